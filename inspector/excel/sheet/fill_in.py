"""What others write into a workbook that went out, and how that is said in it."""

NUMBER = "问题编号"
PROGRESS = "整改情况"
DONE_ON = "完成时间"
DONE_PHOTOS = "整改后照片"
FOUND_PHOTOS = "问题照片"

SITE = "单位"
WINDOW = "窗口"
PROBLEM = "存在问题"

REPLYING = "回复单位："
"""Before the name of the unit, above the table of a reply slip, which has no column for it."""

NOTICE_SHEET = "整改通知单"
"""Goes out together with the reply slip, and says nothing when it comes back."""

FILL_IN = "（填写）"
"""Behind the header of a column that is to be filled in."""

FILL_IN_NOTE = (
    f"填写说明：只填写标有“{FILL_IN}”的{PROGRESS}、{DONE_ON}、{DONE_PHOTOS}三列，照片插入本行单元格内；"
    "其余各列只供查看，改动不予采用。请以本文件（.xlsx）交回，可以排序、筛选、增加列，"
    f"但请勿改动或删除{NUMBER}、{SITE}、{WINDOW}、{PROBLEM}。"
)
