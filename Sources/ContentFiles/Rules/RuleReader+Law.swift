import Conversation
import Directory
import Entitlements
import Expressions

/// Provisions and the figures that stand in them.
extension RuleReader {
    /// The rule's provisions by their short names.
    func laws(_ fields: Fields) -> [String: Law] {
        guard let value = fields["law"] else {
            log.error("missing-key", "\(fields.what) needs 'law'", at: fields.position)
            return [:]
        }
        guard let own = Fields(value, "'law'", known: nil, log: log) else { return [:] }
        let laws = own.entries.compactMap(law)
        return Dictionary(laws.map { ($0.id, $0) }) { first, _ in first }
    }

    private func law(_ entry: YAML.Entry) -> Law? {
        guard entry.key != RuleLine.figures else {
            log.error(
                "rule-name", "'\(entry.key)' stands for the laws of a line's figures", at: entry.keyPosition,
                suggestion: "choose another name")
            return nil
        }
        guard let fields = Fields(entry.value, "law '\(entry.key)'", .law, log: log) else { return nil }
        let cite = literal(fields, "cite", "law.\(entry.key).cite")
        let checked = fields.requiredDate("checked")
        if fields["confidence"] == nil {
            log.error("missing-key", "\(fields.what) needs 'confidence'", at: fields.position)
        }
        let confidence = fields.word("confidence", as: Law.Confidence.self)
        guard let cite, let checked, let confidence else { return nil }
        return Law(
            id: entry.key, cite: cite, article: fields.text("article"), url: fields.text("url"),
            quote: fields.text("quote"), checked: checked, confidence: confidence)
    }

    /// The rule's figures by name.
    func parameters(_ fields: Fields, _ country: RegionCode, _ laws: [String: Law]) -> [String: RuleParameter] {
        guard let value = fields["parameters"], let own = Fields(value, "'parameters'", known: nil, log: log) else {
            return [:]
        }
        var parameters: [String: RuleParameter] = [:]
        for entry in own.entries where isName(entry, "a parameter") {
            let what = "parameter '\(entry.key)'"
            guard let fields = Fields(entry.value, what, .parameter, log: log),
                let parameter = parameter(entry.key, fields, country, laws)
            else { continue }
            parameters[entry.key] = parameter
        }
        return parameters
    }

    /// Whether an entry's key can be a name in expressions.
    func isName(_ entry: YAML.Entry, _ what: String) -> Bool {
        if entry.key.isName, entry.key == entry.key.lowercased() { return true }
        log.error(
            "rule-name", "'\(entry.key)' cannot be the name of \(what)", at: entry.keyPosition,
            suggestion: "use small letters, digits and _")
        return false
    }

    /// One parameter from its `values`.
    func parameter(_ name: String, _ fields: Fields, _ country: RegionCode, _ laws: [String: Law]) -> RuleParameter? {
        guard let list = fields["values"], let elements = list.elements, !elements.isEmpty else {
            log.error(
                "missing-key", "\(fields.what) needs 'values' with at least one row",
                at: fields["values"]?.position ?? fields.position)
            return nil
        }
        let rows = elements.compactMap { element in row(element, country, laws).map { ($0, element.position) } }
        reportEqual(rows)
        return RuleParameter(
            name: name, unit: fields.text("unit") ?? "", rows: rows.map(\.0), jurisdiction: country)
    }

    private func row(_ value: YAML, _ country: RegionCode, _ laws: [String: Law]) -> RuleParameter.Row? {
        guard let fields = Fields(value, "a row of 'values'", .row, log: log) else { return nil }
        let days = days(fields)
        let law = lawNames(fields, laws).first
        let status = fields["status"] == nil ? .confirmed : fields.word("status", as: RuleParameter.Status.self)
        let region = fields.text("region").map { RegionCode($0) } ?? country
        let place = RegionCode(region.description, chain: directory.chain(of: region.description))
        if country.closeness(to: place) == nil, let written = fields["region"] {
            log.error("value", "region '\(region)' is no part of '\(country)'", at: written.position)
        }
        guard let figure = fields["value"] else {
            log.error("missing-key", "\(fields.what) needs 'value'", at: fields.position)
            return nil
        }
        guard let days, let law, let status else { return nil }
        return RuleParameter.Row(days: days, region: region, value: figure.literal, law: law, status: status)
    }

    /// Two rows for the same place from the same day on leave it open which holds.
    private func reportEqual(_ rows: [(row: RuleParameter.Row, position: Position)]) {
        for (index, second) in rows.enumerated() {
            let twin = rows[..<index].first {
                $0.row.region == second.row.region && $0.row.days.from == second.row.days.from
            }
            guard let twin else { continue }
            log.error(
                "equal-rows", "line \(twin.position.line) has a value for the same place from the same day on",
                at: second.position, suggestion: "keep one of them, or give the later one its own 'from'")
        }
    }
}
