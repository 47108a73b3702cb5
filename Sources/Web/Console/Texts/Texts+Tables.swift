extension Texts {
    /// Tables that are brought into the directory and the rules.
    static let tableTexts: [(key: String, english: String, chinese: String)] = [
        ("bringTable", "Bring a table into the directory", "导入机构表格"),
        (
            "tableHelp",
            "The first line names the columns. Every row is checked, and you see what would become of it before anything is changed.",
            "第一行是列名。系统会检查每一行，您先看到结果，再决定是否修改。"
        ),
        ("tableFile", "Table (CSV)", "表格（CSV）"),
        ("kindPlaces", "Places", "地区"),
        ("tableLimit", "At most %1 KiB, as spreadsheet programs save it", "最大 %1 KiB，由表格软件另存为 CSV"),
        ("tableMore", "Columns with other names, and what the table lacks", "列名不同或表格缺少的内容"),
        ("tableMap", "Columns", "列名对应"),
        ("tableMapHint", "One a line: the name in the table = the name in the directory", "每行一个：表格列名=目录列名"),
        ("tableFill", "Where the table is empty", "表格为空时填写"),
        ("tableFillHint", "One a line: the name in the directory = text", "每行一个：目录列名=内容"),
        ("tableReplace", "Drop what the table does not have", "删除表格中没有的行"),
        ("tableCheck", "Check the table", "检查表格"),
        ("tableBad", "The table cannot be read", "表格无法读取"),
        ("tableMissing", "Choose a file with a table in it.", "请选择表格文件。"),
        (
            "tableTooLarge", "The file is too large. Split it, or bring it with 'waymark' on the gateway's machine.",
            "文件太大。请拆分，或在网关的机器上用 waymark 命令导入。"
        ),
        ("tableWish", "Choose a kind, and write NAME=NAME in each line about columns.", "请选择类别；列名对应每行写成 名称=名称。"),
        (
            "tableUnfit", "The table or the pack must be mended first; nothing was changed.",
            "请先修改表格或内容包。没有做任何更改。"
        ),
        (
            "tableChanged", "What is on disk was changed meanwhile; nothing was taken. Bring the table once more.",
            "磁盘上的文件已被修改，没有导入。请重新检查表格。"
        ),
        (
            "tableUnwritable", "The gateway may not write the pack's folder; nothing was changed.",
            "网关不能写入内容包目录，没有做任何更改。"
        ),
        ("tableReview", "What would become of the table", "表格检查结果"),
        ("otherTable", "Another table", "换一个表格"),
        ("tableTarget", "File", "目标文件"),
        (
            "tableCounts", "%1 new, %2 changed, %3 unchanged, %4 refused, %5 dropped",
            "新增 %1 行，更改 %2 行，不变 %3 行，拒绝 %4 行，删除 %5 行"
        ),
        ("tableFaults", "The directory could not be loaded so", "这样目录将无法加载"),
        ("columnsLeftOut", "Columns that are left out", "不导入的列"),
        ("takeHelp", "The file on disk is changed; people notice it after the next publication.", "会修改磁盘上的文件；下次发布后生效。"),
        ("takeTable", "Bring it into the directory", "导入目录"),
        ("nothingToTake", "There is nothing to bring in.", "没有可导入的内容。"),
        ("tableRows", "Rows", "各行"),
        ("line", "Line", "行号"),
        ("becomes", "Becomes", "结果"),
        ("details", "Details", "说明"),
        ("moreRows", "%1 more rows", "另有 %1 行"),
        ("notInTable", "Dropped: not in the table", "删除：表格中没有"),
        ("row.new", "new", "新增"),
        ("row.changed", "changed", "更改"),
        ("row.unchanged", "unchanged", "不变"),
        ("row.refused", "refused", "拒绝"),
        ("bringFigures", "Bring a table of figures into the rules", "导入数值表格"),
        (
            "figureTableHelp",
            "A row that is not there yet is added behind the others of its figure; nothing that is there is changed. A change of the law is a new row with its own day. Columns:",
            "还没有的行会加在该数值的最后一行后面，已有的内容不会改动。法律有变化时，请用新的起始日期加一行。列名："
        ),
        ("figureCounts", "%1 new, %2 there already, %3 refused", "新增 %1 行，已有 %2 行，拒绝 %3 行"),
        ("linesAdded", "Rows that are added", "将加入的行"),
        ("takeFigures", "Add these rows to the rules", "加入规则"),
        ("done.figuresTaken", "The rules on disk are changed. Check them and publish.", "磁盘上的规则已修改。请检查后发布。"),
        ("done.tableTaken", "The directory on disk is changed. Check it and publish.", "磁盘上的目录已修改。请检查后发布。"),
    ]
}
