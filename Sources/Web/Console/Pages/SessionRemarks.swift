import Gateway
import HTTPTypes
import Storage

/// What staff write down about conversations.
extension ConsoleHandlers {
    /// Keeps a note.
    func noteSession(_ visit: Visit) async throws -> ConsoleAnswer {
        guard let id = visit.session, try await gateway.parts.store.session(id) != nil else {
            return fault(.missing, visit)
        }
        let words = visit.field("note")
        guard words.contains(where: { !$0.isWhitespace }) else {
            return try await session(visit, wrong: SessionActs.Wrong(note: visit.texts["noteEmpty"]))
        }
        try await note(.noteSession, visit, on: visit.subject)
        _ = try await gateway.deeds.note(words, on: id, by: visit.author, key: visit.key(of: "note \(words)"))
        return .go(visit.page + "?done=act-noted")
    }

    /// Puts a tag on a conversation, or takes it away.
    func tagSession(_ visit: Visit) async throws -> ConsoleAnswer {
        guard let id = visit.session, try await gateway.parts.store.session(id) != nil else {
            return fault(.missing, visit)
        }
        let (word, isOn) = (visit.field("tag"), visit.field("on") != "no")
        guard gateway.deeds.tag(word) != nil else {
            return try await session(visit, wrong: SessionActs.Wrong(tag: visit.texts["tagWrong"]))
        }
        try await note(.tagSession, visit, on: visit.subject)
        let key = visit.key(of: "tag \(isOn) \(word)")
        _ = try await gateway.deeds.tag(word, isOn: isOn, on: id, by: visit.author, key: key)
        return .go(visit.page + "?done=act-tagged")
    }
}

extension Visit {
    /// The conversation that the address names.
    var session: SessionID? { parameters["id"].flatMap { Int64($0) }.map(SessionID.init(rawValue:)) }

    /// The same, as the audit log has it.
    var subject: String { "session \(parameters["id"] ?? "")" }
}
