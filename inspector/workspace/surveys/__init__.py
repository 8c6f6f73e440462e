"""满意度测评: entering sheets, correcting them, and what they come to."""
