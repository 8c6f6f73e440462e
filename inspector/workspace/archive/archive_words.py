"""What an archive says of itself to whoever opens it: what is in it, and how it is checked."""

PAPERS, LEDGERS, LETTERS, VISITS, FINDINGS, EVIDENCE, CHECKLISTS = (
    "papers", "ledgers", "letters", "visits", "findings", "evidence", "checklists"
)  # fmt: skip
"""The folders below `data/`."""

JOURNAL = "journal.jsonl"

NOTICES = "整改通知单"
"""The folder below papers where notices lie."""

GUIDE = """文明窗口现场检查归档　说明

一、这是什么
本文件夹（或压缩包）按 BagIt 1.0（RFC 8493）打包，是一段时期现场检查的全部文书和原始数据。
不需要任何专用软件即可查阅。请先打开“目录.html”（任何浏览器均可）。

二、里面有什么（均在 data 文件夹内）
papers　　　各类文书的 PDF：整改台账、检查汇总表、通报、巡视记录表、晨会纪要、检查记录表，
　　　　　　本期有的满意度测评、检查计划、投诉举报、综合评价、培训建议等表，
　　　　　　以及涉及上述问题的整改通知单：编号、日期、问题及其当时的状态与首次发出时一致，
　　　　　　签发单位按归档时的设置
ledgers　　 整改台账和检查汇总表的电子表格（.xlsx），供检索和统计
letters　　 通报和整改通知单的公文（.docx，按归档时的设置生成；是否曾以公文形式印发，以本单位
　　　　　　发文登记为准）
visits　　　每次检查的数据（JSON 文本，UTF-8），一次检查一个文件，按月分放
findings　　问题及其整改过程（JSON 文本），一月一个文件
evidence　　照片等证据的原件，文件名即其 SHA-256 摘要，内容未经改动
checklists　检查所用的检查表（TOML 文本），即当时的版本
journal.jsonl　存证链中与上述检查、问题、晨会有关的各条，一行一条

三、如何核验没有被改动
1. manifest-sha256.txt 列出 data 内每个文件的 SHA-256 摘要，
   tagmanifest-sha256.txt 列出其余文件的摘要。用任何能计算 SHA-256 的工具均可核对，例如 Linux：
       sha256sum -c manifest-sha256.txt
       sha256sum -c tagmanifest-sha256.txt
   也可用任何 BagIt 工具，或本程序：inspector verify 本文件夹或压缩包
2. journal.jsonl 每行含 text（当时被封存的原始数据）和 digest（其 SHA-256 摘要，按 UTF-8 计算）。
   link 是把 [before, number, kind, subject, owner, title, recipe, digest, at, note]
   写成不带空格的 JSON 数组后的 SHA-256 摘要，before 是上一条的 link，因此各条前后相扣。
   同一证据或晨会可能有多条，以最后一条为准。
3. 打印在文书上的存证码由条目编号和 link 的前 60 位得出。bag-info.txt 的 Journal-Head
   是归档时最新的一条。纸面上的存证码早于本归档，可用来证明归档的内容没有晚于纸面被改动。

四、visits 中各项的含义
kind 检查方式；site 单位；started_at、completed_at 开始和完成时间；inspectors 检查人；
party 检查组（name 姓名，role head 组长、member 成员，unit 所在单位，group 组别；未用名单的为空）；
shared_by 分头检查的检查组（各部分单独封存、各为一项；整体检查的为空），
shared_parts 同一次分头检查已收到的各部分的 id（按先后，含本部分；只有本部分的，其余未收到）；
form 检查范围（full 全查，must 必查，drawn 抽查），draw 抽查的随机种子；seal 封存摘要；
as_found 现场得分，reviewed 申诉复核后的得分（没有复核则为空）；
observed、asked 已观察项数和应查项数；
scorecards 各窗口（window 窗口，staff_number 工号，left_out 未检查及其原因），
其中 answers 为逐项结果：verdict 合格、扣分、不适用、未观察、未查，deduction 扣分，found 存在问题，
note 备注，praised 亮点，corrected_at_once 当场纠正，
photos 照片（file 原件，marked 加了标注的副本）；
signature 签字或拒签；amendments 封存后的更正说明；entries 巡视或复查的逐条记录；
unchanged_since_sealed 归档时与封存时是否一致；findings 由此产生的问题编号。分数以百分制的分为单位。

五、findings 中各项的含义
number 编号；text 存在问题；deduction 扣分，reviewed_deduction 复核后的扣分；requirement 整改要求；
department、owner、leader 责任部门、责任人、分管领导；type 整改类型；deadline 整改时限；state 状态；
reported_text 整改情况；done_on 完成时间；events 从发现到销号的每一步（kind、at、by）；
evidence 有关照片。

六、其中有个人信息
数据中有工号，可能有姓名、照片和签名笔迹，请按本单位档案和个人信息的规定保管。
"""
