import Conversation
import Directory
import Entitlements
import Expressions

/// Judges rows of figures as the loader would judge them in the rule's file.
struct FigureJudge {
    private let pack: Pack
    private let files: [String: FigureFile]
    /// The rows that there are, and those of the table that were taken.
    private var known: [FigureRow.Key: FigureRow] = [:]
    private var readFigures: Set<[String]> = []

    /// - Parameter files: The rules' files by the rules' ids.
    init(_ pack: Pack, _ files: [String: FigureFile]) {
        self.pack = pack
        self.files = files
    }

    /// What becomes of a row, under the name that tells it apart; with the row itself where it is new.
    mutating func judge(_ row: CSVTable.Row) -> (name: String, change: ImportPlan.Change, new: Judged?) {
        let log = DiagnosticLog()
        guard let judged = read(row, log) else {
            let named = ["rule", "parameter", "region", "from"].compactMap(row.text)
            return (named.joined(separator: " "), .refused(log.all), nil)
        }
        take(rowsOf: judged.parameter, judged.file)
        let name = judged.key.text
        guard let twin = known[judged.key] else {
            known[judged.key] = judged.row
            return (name, .new, judged)
        }
        let differences = judged.row.differences(from: twin)
        guard !differences.isEmpty else { return (name, .unchanged, nil) }
        log.error(
            "equal-rows",
            "\(twin.position.file):\(twin.position.line) has a row for the same place from the same day on, with another "
                + differences.joined(separator: ", "), at: row.position,
            suggestion: "a change of the law is a new row with its own 'from'; correct a mistake in the file itself")
        return (name, .refused(log.all), nil)
    }

    /// A row that can be used.
    struct Judged {
        let file: FigureFile
        let parameter: RuleParameter
        let key: FigureRow.Key
        let row: FigureRow
    }

    /// Remembers the rows that a figure has.
    private mutating func take(rowsOf parameter: RuleParameter, _ file: FigureFile) {
        guard readFigures.insert([file.rule, parameter.name]).inserted else { return }
        for row in file.rows(of: parameter) {
            let key = FigureRow.Key(
                rule: file.rule, parameter: parameter.name, region: row.row.region, from: row.row.days.from)
            known[key] = row
        }
    }
}

// Whether a row is one.
extension FigureJudge {
    private func read(_ row: CSVTable.Row, _ log: DiagnosticLog) -> Judged? {
        guard row.isComplete(log), let (rule, file) = rule(row, log), let parameter = parameter(row, of: rule, log)
        else { return nil }
        let law = law(row, of: rule, log)
        let days = days(row, log)
        let region = region(row, within: parameter.jurisdiction, log)
        let value = value(row, of: parameter, log)
        let status = status(row, log)
        guard let law, let days, let region, let value, let status else { return nil }
        let figure = RuleParameter.Row(days: days, region: region, value: value, law: law, status: status)
        return Judged(
            file: file, parameter: parameter,
            key: FigureRow.Key(rule: rule.id, parameter: parameter.name, region: region, from: days.from),
            row: FigureRow(row: figure, note: row.text("note"), position: row.position))
    }

    private func rule(_ row: CSVTable.Row, _ log: DiagnosticLog) -> (Rule, FigureFile)? {
        let id = row.text("rule") ?? ""
        if let rule = pack.rules.rules[id], let file = files[id] { return (rule, file) }
        let near = nearest(to: id, among: pack.rules.rules.keys.sorted())
        log.error(
            "unknown-rule", "the pack has no rule '\(id)'", at: row.position(of: "rule"),
            suggestion: near.map { "did you mean '\($0)'?" } ?? "a rule's name stands in its file behind 'rule:'")
        return nil
    }

    private func parameter(_ row: CSVTable.Row, of rule: Rule, _ log: DiagnosticLog) -> RuleParameter? {
        let name = row.text("parameter") ?? ""
        if let parameter = rule.parameters[name] { return parameter }
        let names = rule.parameters.keys.sorted()
        let advice =
            names.isEmpty
            ? "it has none: add it to the file with its unit and its first row" : "its figures: \(names.listed)"
        log.error(
            "unknown-parameter", "'\(rule.id)' has no figure '\(name)'", at: row.position(of: "parameter"),
            suggestion: nearest(to: name, among: names).map { "did you mean '\($0)'?" } ?? advice)
        return nil
    }

    private func law(_ row: CSVTable.Row, of rule: Rule, _ log: DiagnosticLog) -> String? {
        let name = row.text("law") ?? ""
        if rule.laws[name] != nil { return name }
        let near = nearest(to: name, among: rule.laws.keys.sorted())
        log.error(
            "unknown-law", "the rule has no law '\(name)'", at: row.position(of: "law"),
            suggestion: near.map { "did you mean '\($0)'?" } ?? "add it under 'law:' of the rule first")
        return nil
    }

    private func days(_ row: CSVTable.Row, _ log: DiagnosticLog) -> DayRange? {
        let before = log.all.count
        let to = row.day("to", log)
        guard let from = row.day("from", log), log.all.count == before else { return nil }
        guard let to, to < from else { return DayRange(from: from, to: to) }
        log.error("csv-value", "'to' is before 'from'", at: row.position(of: "to"))
        return nil
    }

    private func region(_ row: CSVTable.Row, within country: RegionCode, _ log: DiagnosticLog) -> RegionCode? {
        guard let code = row.text("region"), RegionCode(code) != country else { return country }
        let directory = pack.directory
        guard directory.regions.isEmpty || directory.region(code) != nil else {
            log.error(
                "unknown-region", "the directory has no place '\(code)'", at: row.position(of: "region"),
                suggestion: "write its code as directory/regions.csv has it, with its leading zeros")
            return nil
        }
        guard country.closeness(to: RegionCode(code, chain: directory.chain(of: code))) != nil else {
            log.error("csv-value", "'\(code)' is no part of '\(country)'", at: row.position(of: "region"))
            return nil
        }
        return RegionCode(code)
    }

    private func value(_ row: CSVTable.Row, of parameter: RuleParameter, _ log: DiagnosticLog) -> Value? {
        let cell = row.text("value") ?? ""
        let reader = FigureValue(parameter)
        if let value = reader.value(of: cell) { return value }
        let unit = parameter.unit.isEmpty ? "" : " in \(parameter.unit)"
        log.error(
            "csv-value", "'\(cell)' is no figure\(unit)", at: row.position(of: "value"), suggestion: reader.advice)
        return nil
    }

    private func status(_ row: CSVTable.Row, _ log: DiagnosticLog) -> RuleParameter.Status? {
        guard let word = row.text("status") else { return .confirmed }
        if let status = RuleParameter.Status(rawValue: word.lowercased()) { return status }
        log.error(
            "csv-value", "'\(word)' is no status", at: row.position(of: "status"),
            suggestion: "one of " + RuleParameter.Status.allCases.map(\.rawValue).listed + "; empty is confirmed")
        return nil
    }
}

extension [String] {
    /// The texts with commas between them.
    fileprivate var listed: String { joined(separator: ", ") }
}
