import Conversation
import Gateway
import HTTPTypes
import Storage
import Telephony

extension ConsoleHandlers {
    func session(_ visit: Visit) async throws -> ConsoleAnswer { try await session(visit, wrong: SessionActs.Wrong()) }

    /// Shows a conversation, also with what is wrong with a form of its page.
    func session(_ visit: Visit, wrong: SessionActs.Wrong) async throws -> ConsoleAnswer {
        let isWhole = visit.parameters["sight"] == "whole"
        guard let id = visit.session,
            let page = try await gateway.sessions.page(id, sight: isWhole ? .whole : .redacted)
        else { return fault(.missing, visit) }
        // On the disk before anybody sees it.
        if isWhole { try await note(.readSession, visit, on: visit.subject) }
        let standing = try await gateway.deeds.standing(of: id, in: visit.language.rawValue)
        let acts = SessionActs(
            page, standing, visit: visit, wrong: wrong,
            blockedUntil: standing?.blockedUntil.map { clock.text($0) }, blockDays: gateway.parts.settings.blockDays)
        let names = MemberNames(try await gateway.staff.list(), visit.texts)
        let findings = try await gateway.sessions.findings(
            of: page, in: visit.language.rawValue, sight: isWhole ? .whole : .redacted)
        return show(
            view(page, isWhole: isWhole, visit, acts, names, findings), visit,
            wrong.isAnything ? .unprocessableContent : .ok)
    }

    private func view(
        _ page: SessionPage, isWhole: Bool, _ visit: Visit, _ acts: SessionActs, _ names: MemberNames,
        _ findings: [RuleFinding]
    ) -> SessionView {
        let (summary, texts) = (page.summary, visit.texts)
        return SessionView(
            frame: Frame(
                "session", visit, titleValue: summary.id.rawValue.description, done: visit.parameters["done"],
                objections: acts.wrong.objections),
            id: summary.id.rawValue,
            record: summary.person.rawValue, ending: page.numberEnding, channel: summary.channel,
            flow: title(ofFlow: summary.flow, visit),
            language: summary.language ?? "–", state: state(summary, texts), isOpen: summary.outcome == nil,
            step: summary.step, beganAt: clock.text(summary.beganAt), lastAt: clock.text(summary.lastAt),
            revision: summary.revision?.hash ?? "–", lines: page.turns.map { line($0, texts) },
            messages: page.messages.map { message($0, texts) }, hasMessages: !page.messages.isEmpty,
            cases: page.cases.map { opened in
                SessionView.Case(
                    caseNumber: opened.number, topic: opened.topic, openedAt: clock.text(opened.openedAt),
                    words: opened.note)
            }, hasCases: !page.cases.isEmpty, consents: page.consents.map { consent($0, texts) },
            hasConsents: !page.consents.isEmpty, isWhole: isWhole,
            tags: page.tags.map { SessionView.Tag(word: $0, removal: texts["removeTag", $0]) },
            hasTags: !page.tags.isEmpty,
            notes: page.notes.map { note in
                CaseView.Note(at: clock.text(note.at), author: names[note.author], words: note.text)
            }, hasNotes: !page.notes.isEmpty, acts: acts,
            findings: findings, hasFindings: !findings.isEmpty,
            // Whoever reads everything is noted each time, which a page that reads by itself must not do.
            stream: isWhole || acts.wrong.isAnything
                ? nil
                : ConsoleRoute.sessionsStream.path + "/\(summary.id.rawValue)?seen=\(page.mark)")
    }

    private func consent(_ row: ConsentRow, _ texts: Texts) -> SessionView.Consent {
        let note = row.note
        let isMessages = note.subject == ConsentNote.messages
        let wording = isMessages ? nil : texts["wording", note.wording]
        let source = [wording, note.step, note.channel, note.language, note.revision.hash].compactMap(\.self)
        return SessionView.Consent(
            at: clock.text(row.at), subject: isMessages ? texts["consent.messages"] : note.subject,
            change: texts["consent.\(note.change.rawValue)"],
            source: source.filter { !$0.isEmpty }.joined(separator: " · "), words: note.text.isEmpty ? nil : note.text)
    }

    func line(_ turn: SessionPage.Turn, _ texts: Texts) -> SessionView.Line {
        SessionView.Line(
            at: clock.time(turn.line.at), pause: turn.pause.flatMap { $0 > 0 ? texts.duration($0) : nil },
            typed: turn.line.input.isEmpty ? nil : turn.line.input,
            understood: turn.line.understood.isEmpty ? nil : turn.line.understood, step: turn.line.step,
            screen: turn.screen.map { screen($0, texts) },
            troubles: turn.line.flags.map { "\($0.step): \($0.detail)" })
    }

    private func message(_ message: SessionPage.Message, _ texts: Texts) -> SessionView.Message {
        let why = message.deadReason.map { " (" + texts.reason($0) + ")" } ?? ""
        let tries = message.attempts > 1 ? ", " + texts["phone.tries", message.attempts] : ""
        let next = message.attempts > 0 ? message.dueAt.map { ", " + texts["nextTry"] + " " + clock.text($0) } : nil
        return SessionView.Message(
            id: message.id.rawValue, at: clock.text(message.createdAt), channel: message.channel,
            outcome: texts["message.\(message.state.rawValue)"] + why + tries + (next ?? ""),
            screen: screen(message.screen, texts))
    }

    func screen(_ screen: SessionPage.Screen, _ texts: Texts) -> SessionView.Screen {
        SessionView.Screen(
            text: screen.isWithheld ? texts["withheld"] : screen.text, measure: texts.measure(screen),
            isWithheld: screen.isWithheld)
    }
}

extension Texts {
    /// How much of its channel a screen or an SMS took.
    func measure(_ screen: SessionPage.Screen) -> String {
        let units = screen.limit.map { self["unitsOf", screen.length.units, $0] } ?? self["units", screen.length.units]
        let parts = screen.segments.map { self["segments", $0] }
        return [units, parts].compactMap(\.self).joined(separator: " · ")
    }
}
