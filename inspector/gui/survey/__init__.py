"""满意度测评: asking at the hall, one key or one tap a sheet."""
