from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("sealed", "0001_initial")]
    operations = []
