import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sealed", "0005_safeguarding_members")]

    operations = [
        migrations.AlterField(
            model_name="space",
            name="kind",
            field=models.CharField(
                choices=[
                    ("relationship", "Relationship"),
                    ("journal", "Journal"),
                    ("report", "Report"),
                ],
                max_length=16,
            ),
        ),
        migrations.AddField(
            model_name="space",
            name="origin",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="reports",
                to="sealed.space",
            ),
        ),
    ]
