"""What the upload page needs beside Dash: the route that takes files, and reports."""
