"""The window (综合窗口): who waits, the case, the checklist; and the window that hands results out."""
