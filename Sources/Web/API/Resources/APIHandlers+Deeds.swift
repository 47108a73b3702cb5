import Conversation
import Gateway
import Storage

/// What programs do in conversations, as staff do.
extension APIHandlers {
    /// What a deed would lead to; nothing is kept or sent.
    func lookAtDeed(_ call: APICall) async throws -> APIAnswer {
        let asked = try await deed(call)
        guard let preview = try await gateway.deeds.preview(asked.deed, in: asked.session, sight: .redacted) else {
            throw APIProblem.missing
        }
        if let problem = APIProblem(preview.outcome) { throw problem }
        return APIAnswer(
            PreviewJSON(
                sent: preview.sent.map(SessionPageJSON.Screen.init),
                awaited: preview.awaited.map(SessionPageJSON.Screen.init), mark: preview.mark))
    }

    /// Does it.
    func actInSession(_ call: APICall) async throws -> APIAnswer {
        let asked = try await deed(call)
        try await note(asked.word.act, call, on: "session \(asked.session.rawValue)")
        let outcome = try await gateway.deeds.act(
            asked.deed, in: asked.session, by: call.token.id.author, key: "\(asked.key) \(call.key)",
            as: try call.body.optionalText("mark"))
        if let problem = APIProblem(outcome) { throw problem }
        return APIAnswer(["outcome": "done"])
    }

    /// Keeps a note on a conversation.
    func noteSession(_ call: APICall) async throws -> APIAnswer {
        let session = try await session(of: call)
        let text = try call.body.text("note", most: DeedDesk.noteLimit)
        try await note(.noteSession, call, on: "session \(session.rawValue)")
        _ = try await gateway.deeds.note(text, on: session, by: call.token.id.author, key: "note \(text) \(call.key)")
        return APIAnswer(["outcome": "done"])
    }

    /// Puts a tag on a conversation, or takes it away.
    func tagSession(_ call: APICall) async throws -> APIAnswer {
        let session = try await session(of: call)
        let word = try call.body.text("tag", most: DeedDesk.tagLimit)
        guard gateway.deeds.tag(word) != nil else {
            throw APIProblem(.value, "'tag' must be small letters, digits and dashes, and no number")
        }
        let isOn = try call.body.flag("on") ?? true
        try await note(.tagSession, call, on: "session \(session.rawValue)")
        let key = "tag \(isOn) \(word) \(call.key)"
        _ = try await gateway.deeds.tag(word, isOn: isOn, on: session, by: call.token.id.author, key: key)
        return APIAnswer(["outcome": "done"])
    }

    private struct PreviewJSON: Encodable {
        let sent: [SessionPageJSON.Screen]
        let awaited: SessionPageJSON.Screen?
        let mark: String
    }

    /// A deed that is asked for.
    private struct Asked {
        let session: SessionID
        let word: DeedWord
        let deed: StaffDeed
        /// Names it among the deeds of one key.
        let key: String
    }

    private func deed(_ call: APICall) async throws -> Asked {
        let session = try await session(of: call)
        let name = try call.body.word("deed", of: DeedWord.allCases.map(\.rawValue))
        let (words, step) = (try call.body.optionalText("words") ?? "", try call.body.optionalText("step") ?? "")
        guard let word = DeedWord(rawValue: name),
            let deed = word.deed(words: words, step: step, blockEnd: gateway.deeds.blockEnd)
        else { throw APIProblem(.value, "'step' must be the address of the step that she is to be sent to") }
        return Asked(session: session, word: word, deed: deed, key: word.key(deed, step: step))
    }

    /// The conversation that the path names, if there is one.
    private func session(of call: APICall) async throws -> SessionID {
        let id = SessionID(rawValue: try call.number("id"))
        guard try await gateway.parts.store.session(id) != nil else { throw APIProblem.missing }
        return id
    }
}

extension APIProblem {
    /// Why a deed was not done; nil where it was.
    init?(_ outcome: StaffOutcome) {
        switch outcome {
        case .done: return nil
        case .unknown: self = .missing
        case .changed: self.init(.overtaken, "the conversation went on: look at the deed again")
        case .over: self.init(.closed, "the conversation is over, or she is in another one by now")
        case .idle: self.init(.refused, "staff do not answer in this conversation: there is nothing to hand back")
        case .nowhere: self.init(.value, "the pack that the conversation is on has no such step")
        case .unverified: self.init(.refused, "her number may be somebody else's by now: nothing is sent to it")
        case .stopped: self.init(.refused, "she wants no messages")
        case .silent: self.init(.refused, "no channel sends SMS")
        case .length: self.init(.value, "'words' must say something, and take no more SMS than the pack allows")
        }
    }
}
