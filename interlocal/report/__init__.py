"""What people take away: pages, tables, files; and how they are written."""
