import Conversation
import Foundation
import Gateway
import HTTPTypes
import Hummingbird
import NIOCore
import Providers
import Telephony

/// What lies behind each door of the browser phone.
struct PhoneHandlers: Sendable {
    private let gateway: Gateway
    private let desk: PhoneDesk
    private let messages: SimulatedMessages
    private let templates: PhoneTemplates

    init(_ gateway: Gateway, _ desk: PhoneDesk, _ messages: SimulatedMessages, _ templates: PhoneTemplates) {
        self.gateway = gateway
        self.desk = desk
        self.messages = messages
        self.templates = templates
    }

    private var clock: WallClock {
        WallClock(utcOffset: gateway.parts.library.machine.packs.current.settings.utcOffset)
    }

    /// Whether a page of the console may be opened from here.
    private var hasConsole: Bool { gateway.parts.settings.console.access != ConsoleSettings.Access.off.rawValue }

    /// The phone, before anything is done with it.
    func page(_ request: Request) -> Response {
        let chosen = request.uri.queryParameters["language"].map(String.init)
        let (language, isChosen) = ConsoleLanguage.of(request, choosing: chosen)
        let pack = gateway.parts.library.machine.packs.current
        let page = PhonePage(
            language: language, title: pack.title, code: desk.ussd == nil ? "" : pack.settings.code,
            ussd: desk.ussd?.id ?? "", sms: desk.sms?.id ?? "", address: desk.sms?.address ?? "",
            numbers: desk.numbers, canWait: desk.shift != nil, hasConsole: hasConsole)
        var response = answer(templates.render(page), type: "text/html; charset=utf-8")
        if isChosen { response.headers.append(ConsoleAnswer.cookie(keeping: language, false)) }
        return response
    }

    /// What the phone's script asks after each thing that is done, and every now and then.
    func look(_ fields: PhoneFields, _ texts: Texts) async throws -> Response {
        guard let address = address(fields) else { return refusal(texts["phone.number.wrong"]) }
        let page = try await desk.page(of: address)
        let view = page.map { PhoneView($0, clock, texts, hasConsole: hasConsole) } ?? PhoneView(texts)
        let sight = Sight(
            view: templates.render(view), time: clock.text(desk.now), life: messages.life,
            messages: messages.list(to: address.wireText).map { number, message in
                Sight.Message(number: number, text: message.text, id: message.id)
            })
        return try json(sight)
    }

    /// Lets time go by, for everybody.
    func wait(_ fields: PhoneFields) throws -> Response {
        guard let seconds = Int64(fields["seconds"]) else { return refusal("seconds must be a whole number") }
        do {
            guard try desk.move(by: seconds) else { return Response(status: .forbidden) }
        } catch ClockShiftFault.tooFar {
            return refusal("\(ClockShiftFault.tooFar)")
        }
        return try json(["time": clock.text(desk.now)])
    }

    /// Loses the next message to a phone.
    func lose(_ fields: PhoneFields) -> Response {
        guard let address = address(fields) else { return refusal("number must be a phone number") }
        messages.refuseNext(to: address.wireText)
        return Response(status: .noContent)
    }

    /// Whose phone it is; nil where the number is none.
    private func address(_ fields: PhoneFields) -> Address? {
        let country = gateway.parts.library.machine.packs.current.settings.country
        guard let address = try? Address.parse(fields["number"], in: country), address.isNumber else { return nil }
        return address
    }

    /// What the script shows.
    private struct Sight: Encodable {
        struct Message: Encodable {
            let number: Int
            let text: String
            let id: String?
        }

        /// HTML.
        let view: String
        let time: String
        let life: String
        let messages: [Message]
    }

    private func json(_ value: some Encodable) throws -> Response {
        answer(String(decoding: try JSONEncoder().encode(value), as: UTF8.self), type: "application/json")
    }

    private func refusal(_ sentence: String) -> Response {
        answer(sentence + "\n", type: "text/plain; charset=utf-8", .unprocessableContent)
    }

    private func answer(_ text: String, type: String, _ status: HTTPResponse.Status = .ok) -> Response {
        var headers = ConsoleAnswer.headers
        headers[.cacheControl] = "no-store"
        headers[.contentType] = type
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
