"""When something was told is kept by its day; when it happened is said by whoever records it."""

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('journal', '0001_initial'),
    ]

    operations = [
        migrations.AlterField(
            model_name='entry',
            name='happened_at',
            field=models.DateTimeField(default=django.utils.timezone.now),
        ),
        migrations.RenameField(model_name='told', old_name='told_at', new_name='told_on'),
        migrations.AlterField(
            model_name='told',
            name='told_on',
            field=models.DateField(auto_now_add=True),
        ),
    ]
