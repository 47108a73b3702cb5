package import Conversation
import Expressions
import Telephony

/// Every text of a pack as translators get it: what it says, where it is seen, and what it must fit.
package struct TranslationTemplate {
    /// The entries in the order of the files, without translations.
    package let entries: [POEntry]

    package init(_ reading: PackReading) {
        let pack = reading.pack
        let notes = TranslatorNotes(pack: pack)
        let folder = reading.source.shown("")
        entries = reading.texts.sorted { ($0.value.source, $0.key) < ($1.value.source, $1.key) }.map { id, place in
            var entry = POEntry(
                context: id, source: POEntry.Source(of: place.wording.source, place.wording), translations: [""],
                position: place.source)
            entry.references = [String(place.source.file.dropFirst(folder.count))]
            entry.notes = notes.notes(for: id, place.wording)
            return entry
        }
    }

    /// The file that translation tools begin a new language with.
    package func file(for pack: Pack) -> POFile {
        POFile(header: POHeader.entry(for: pack, language: nil), entries: entries)
    }
}

/// What translators are told about a text.
struct TranslatorNotes {
    private static let flowTitle = "The title of a flow: a few words for staff. It may stay empty."

    let pack: Pack

    func notes(for id: String, _ template: Template) -> [String] {
        let key = id.split(separator: "#", maxSplits: 1).last.map(String.init) ?? id
        let isFlow = !id.hasPrefix("rules/") && key == "title"
        return [isFlow ? Self.flowTitle : role(key), values(in: template), plurals(in: template)].compactMap(\.self)
    }

    /// Where it is seen, by the end of its context, and what it must fit.
    private func role(_ key: String) -> String? {
        let parts = key.split(separator: ".").map(String.init)
        switch parts.last {
        case "menu": return "A question above options. " + screen
        case "ask": return "A question that is answered by typing. " + screen
        case "say": return "Text above the next screen. " + screen
        case "end": return "The last text of a conversation. " + screen
        case "send": return message
        case "note": return "A note that only staff read."
        case let last?:
            if parts.first == "person", parts.count == 2 { return "A field of her record: a few words before a colon." }
            guard parts.count > 1, Int(last) != nil else { return nil }
            return parts[parts.count - 2] == "retry"
                ? "Instead of the question, after \(last) answers that were not understood. " + screen
                : "Option \(last): a few words on one line."
        case nil: return nil
        }
    }

    private var screen: String {
        guard case .ussd(let septets, let ucs2)? = pack.settings.screen[.ussd] else { return "" }
        return "A USSD screen holds \(septets) characters of the GSM alphabet, or \(ucs2) of others, with the "
            + "options; longer texts become pages."
    }

    private var message: String {
        guard case .sms(let segments)? = pack.settings.screen[.sms] else { return "An SMS." }
        return "An SMS of at most \(segments) segments (one holds 160 characters of the GSM alphabet, or 70 of others)."
    }

    private func values(in template: Template) -> String? {
        let names = template.references.map { ([$0.root] + $0.path).joined(separator: ".") }
        guard !names.isEmpty else { return nil }
        var seen: Set<String> = []
        let own = names.filter { seen.insert($0).inserted }.joined(separator: ", ")
        return "Keep what stands in ${...}; its values: \(own)."
    }

    private func plurals(in template: Template) -> String? {
        guard template.pluralForms == nil, !template.pluralCalls.isEmpty else { return nil }
        let forms = pack.languages.compactMap { language in
            PluralRule.of(language.tag).map { "\($0.forms) in \(language.tag)" }
        }
        return "plural() takes as many forms as the language has: \(forms.joined(separator: ", "))."
    }
}

extension POHeader {
    /// The header of a new file.
    ///
    /// - Parameter language: The tag; nil for the template of all languages.
    static func entry(for pack: Pack, language: String?) -> POEntry {
        var entry = POEntry(context: nil, source: .init(""), translations: [""], position: Position(file: ""))
        complete(&entry, for: pack, language: language)
        return entry
    }

    /// Writes what a header must say and keeps everything else.
    static func complete(_ entry: inout POEntry, for pack: Pack, language: String?) {
        var header = POHeader(entry)
        for (name, value) in placeholders + [("Project-Id-Version", pack.id)] where header[name] == nil {
            header.set(name, value)
        }
        header.set("Language", language ?? "")
        header.set("MIME-Version", "1.0")
        header.set("Content-Type", "text/plain; charset=UTF-8")
        header.set("Content-Transfer-Encoding", "8bit")
        if let rule = language.flatMap(PluralRule.of), header.pluralRule?.forms != rule.forms {
            header.set("Plural-Forms", rule.header)
        }
        header.sort(by: order)
        entry.translations = [header.text]
    }

    /// What gettext's tools write where a translator has not said it yet.
    private static let placeholders = [
        ("PO-Revision-Date", "YEAR-MO-DA HO:MI+ZONE"), ("Last-Translator", "FULL NAME <EMAIL@ADDRESS>"),
        ("Language-Team", "LANGUAGE <LL@li.org>"),
    ]

    /// The order in which gettext's tools write the fields.
    private static let order = [
        "Project-Id-Version", "Report-Msgid-Bugs-To", "POT-Creation-Date", "PO-Revision-Date", "Last-Translator",
        "Language-Team", "Language", "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Plural-Forms",
    ]
}
