"""The part of the theme's sheet that the eye finds its way by: edges, and where the keyboard is.

Edges of what one writes in, ticks or drags stand out 3:1 from what is around them (`edge`); a ring
of two pixels lies around what has the keyboard, and nothing moves when it comes or goes.
"""

FOCUS_SHEET = """
QLineEdit, QPlainTextEdit, QComboBox, QDateEdit, QSpinBox { border: 1px solid @edge; }
QLineEdit:disabled, QComboBox:disabled, QDateEdit:disabled, QSpinBox:disabled {
    border-color: @hairline;
}
QCheckBox::indicator, QListView::indicator { border: 1px solid @edge; }
QScrollBar::handle { background: @edge; }
QComboBox QAbstractItemView, QMenu { border: 1px solid @edge; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus {
    border: 2px solid @accent; padding: 0 7px; min-height: 28px;
}
QPlainTextEdit:focus { padding: 3px; }
QPushButton:focus { border: 2px solid @accent; padding: 0 13px; min-height: 28px; }
QPushButton[role="primary"]:focus {
    border: 4px double @on_accent; padding: 0 11px; min-height: 24px;
}
QPushButton[role="line"]:focus { border: 2px solid @accent; padding: 0 6px; min-height: 28px; }
QPushButton[role="quiet"]:focus {
    border: 2px solid @accent; padding: 0 4px; min-height: 26px; text-decoration: none;
}
QPushButton[role="mini"]:focus { border: 2px solid @accent; padding: 0 2px; min-height: 16px; }
QPushButton[role="chip"]:focus, QPushButton[role="chip-alarm"]:focus {
    border: 2px solid @accent; padding: 0 9px; min-height: 24px;
}
QPushButton[role="choice"]:focus {
    border: 2px solid @accent; padding: 0 13px; min-height: 28px;
}
QPushButton[role="tab"]:focus {
    border: 2px solid @accent; border-radius: 6px; padding: 0 10px; min-height: 34px;
}
QTextBrowser#handbookText { border: 2px solid transparent; }
QTextBrowser#handbookText:focus { border: 2px solid @accent; }
QCheckBox::indicator:checked, QListView::indicator:checked { border-color: @accent; }
QCheckBox::indicator:focus { border: 2px solid @accent; width: 14px; height: 14px; }
"""
