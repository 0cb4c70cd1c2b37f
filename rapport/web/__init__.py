"""What all pages share: base templates, components, styles, behaviours, headers, forms."""
