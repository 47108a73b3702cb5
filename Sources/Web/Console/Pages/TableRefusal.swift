import Gateway

/// Why a table that a visitor brings is not taken, as its page says it.
struct TableRefusal: Sendable {
    /// Nothing has been brought yet.
    static let none = TableRefusal(findings: [], sentences: [])

    let findings: [PackPage.Finding]
    let sentences: [String]

    /// What stands above the form.
    var objections: [Frame.Objection] { sentences.map { Frame.Objection(field: "table", sentence: $0) } }
}

extension TableRefusal {
    /// - Parameter key: The key of a sentence.
    init(_ key: String, _ texts: Texts) {
        self.init(findings: [], sentences: [texts[key]])
    }

    init(_ fault: TableDesk.Fault, _ texts: Texts) {
        switch fault {
        case .sheet(let sentence): self.init(findings: [], sentences: [sentence])
        case .findings(let findings):
            self.init(findings: findings.map { PackPage.Finding($0, texts) }, sentences: [texts["tableUnfit"]])
        case .changed: self.init("tableChanged", texts)
        case .unwritable: self.init("tableUnwritable", texts)
        }
    }
}
