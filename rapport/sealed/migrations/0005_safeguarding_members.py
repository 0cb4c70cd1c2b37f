from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sealed", "0004_retired_keys")]

    operations = [
        migrations.AddField(
            model_name="spacemember",
            name="safeguards",
            field=models.BooleanField(default=False),
        ),
    ]
