from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sealed", "0003_log_and_blobs")]

    operations = [
        migrations.AddField(
            model_name="identitykey",
            name="retired",
            field=models.JSONField(default=dict),
        ),
    ]
