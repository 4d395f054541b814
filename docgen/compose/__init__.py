"""Plan + unit + form → Document, every paragraph remembering its item. Pure: no disk, no clock."""
