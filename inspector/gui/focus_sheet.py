"""The part of the theme's sheet that the eye finds its way by: edges, and where the keyboard is.

Edges of what one writes in, ticks or drags stand out 3:1 from what is around them (`edge`); a ring
of two pixels lies around what has the keyboard, and nothing moves when it comes or goes: the ring
takes from the least height (`@button_px-2;`) what it needs. The frame that Fusion draws over the
text once Tab was pressed is left out; a ticked box has an edge of that colour already, so that its
words are marked as well.
"""

FOCUS_SHEET = """
QPushButton, QCheckBox, QRadioButton, QToolButton { outline: none; }
QLineEdit, QPlainTextEdit, QComboBox, QDateEdit, QSpinBox { border: 1px solid @edge; }
QLineEdit:disabled, QComboBox:disabled, QDateEdit:disabled, QSpinBox:disabled {
    border-color: @hairline;
}
QCheckBox::indicator, QListView::indicator { border: 1px solid @edge; }
QScrollBar::handle { background: @edge; }
QComboBox QAbstractItemView, QMenu { border: 1px solid @edge; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus {
    border: 2px solid @accent; padding: 0 7px; min-height: @field_px-2;
}
QPlainTextEdit:focus { padding: 3px; }
QPushButton:focus { border: 2px solid @accent; padding: 0 13px; min-height: @button_px-2; }
QPushButton[role="primary"]:focus {
    border: 4px double @on_accent; padding: 0 11px; min-height: @button_px-6;
}
QPushButton[role="line"]:focus {
    border: 2px solid @accent; padding: 0 6px; min-height: @button_px-2;
}
QPushButton[role="quiet"]:focus {
    border: 2px solid @accent; padding: 0 4px; min-height: @button_px-4; text-decoration: none;
}
QPushButton[role="mini"]:focus {
    border: 2px solid @accent; padding: 0 2px; min-height: @mini_px-4;
}
QPushButton[role="chip"]:focus {
    border: 2px solid @accent; padding: 0 9px; min-height: @chip_px-2;
}
QPushButton[role="choice"]:focus {
    border: 2px solid @accent; padding: 0 13px; min-height: @button_px-2;
}
QPushButton[role="tab"]:focus {
    border: 2px solid @accent; border-radius: 6px; padding: 0 6px; min-height: @tab_px-2;
}
QTextBrowser#handbookText, QListWidget, QScrollArea#previewArea { border: 2px solid transparent; }
QTextBrowser#handbookText:focus, QListWidget:focus, QScrollArea#previewArea:focus {
    border: 2px solid @accent;
}
QCheckBox::indicator:checked, QListView::indicator:checked { border-color: @accent; }
QCheckBox:focus { background: @selection; }
QCheckBox::indicator:focus { border: 2px solid @accent; width: @tick_px-2; height: @tick_px-2; }
"""
