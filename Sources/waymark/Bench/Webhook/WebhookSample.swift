import Providers

/// A request of a provider as it comes over the wire, and the channel that it is for.
struct WebhookSample {
    let way: String
    let title: String
    let adapter: String
    let settings: [String: String]
    let request: HTTPRequest
    let route: String
    /// Whether the request is one that the route takes.
    var isTaken = true

    /// What people really send: each is proved, read and answered.
    static let all = [twilio, africasTalking]

    /// The body that providers may send at most, in bytes, made to be slow.
    static let hostile = [
        hostile(
            "form", "a field of 1 MB", "application/x-www-form-urlencoded", "text=" + filled("%41+"), isTaken: false),
        hostile(
            "fields", "a form of 250,000 fields", "application/x-www-form-urlencoded", filled("a=b&"), isTaken: false),
        hostile("nested", "1 MB of nested lists", "application/json", filled("["), isTaken: false),
        hostile("lists", "1 MB of empty lists", "application/json", "[" + filled("[],") + "[]]", isTaken: false),
        hostile(
            "texts", "a JSON text of 1 MB", "application/json", "{\"from\":\"" + filled("\\u0041") + "\"}",
            isTaken: false),
        hostile("elements", "1 MB of XML elements", "text/xml", "<a>" + filled("<b>c</b>") + "</a>", isTaken: false),
    ]

    /// The token is 12345. The signature was made with OpenSSL from the URL, the fields and the token, as Twilio's
    /// "Webhooks security" describes.
    private static let twilio = WebhookSample(
        way: "twilio", title: "a signed message from Twilio", adapter: "twilio",
        settings: ["account_sid": "AC00000000000000000000000000000001", "auth_token": "12345"],
        request: HTTPRequest(
            method: "POST", target: "/in/twilio/receive",
            headers: headers + [HeaderField("X-Twilio-Signature", "ouqSeaEB1eU5bg+BVl2YWq0QoTY=")],
            body: Array(
                """
                ToCountry=US&ToState=CA&SmsMessageSid=SM00000000000000000000000000000001&NumMedia=0&ToCity=SAN+FRANCISCO\
                &FromZip=94105&SmsSid=SM00000000000000000000000000000001&FromState=CA&SmsStatus=received\
                &FromCity=SAN+FRANCISCO&Body=When+do+I+get+my+wages%3F+%E5%B7%A5%E8%B5%84&FromCountry=US\
                &To=%2B18005551212&ToZip=94105&NumSegments=1&MessageSid=SM00000000000000000000000000000001\
                &AccountSid=AC00000000000000000000000000000001&From=%2B14158675309&ApiVersion=2010-04-01
                """.utf8)),
        route: "receive")

    private static let africasTalking = WebhookSample(
        way: "africastalking", title: "a USSD hop from Africa's Talking", adapter: "africastalking-ussd", settings: [:],
        request: HTTPRequest(
            method: "POST", target: "/in/ussd/session?token=0123456789abcdef", headers: headers,
            body: Array(
                """
                phoneNumber=%2B254711000001&serviceCode=%2A384%2A77%23&text=1%2A2%2AAda&networkCode=63902\
                &sessionId=ATUid_0123456789abcdef0123456789abcdef
                """.utf8)),
        route: "session")

    /// As a proxy hands requests on.
    private static let headers = [
        HeaderField("Host", "sms.example.org"), HeaderField("User-Agent", "TwilioProxy/1.1"),
        HeaderField("Accept", "*/*"), HeaderField("X-Forwarded-For", "192.0.2.7"),
        HeaderField("X-Forwarded-Proto", "https"),
        HeaderField("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8"),
    ]

    private static func hostile(
        _ way: String, _ title: String, _ type: String, _ body: String, isTaken: Bool
    ) -> WebhookSample {
        WebhookSample(
            way: way, title: title, adapter: "generic", settings: ["send_url": "http://127.0.0.1/send"],
            request: HTTPRequest(
                method: "POST", target: "/in/generic/receive?token=0123456789abcdef",
                headers: [HeaderField("Content-Type", type)], body: Array(body.utf8)),
            route: "receive", isTaken: isTaken)
    }

    private static func filled(_ piece: String) -> String {
        String(repeating: piece, count: 1_000_000 / piece.utf8.count)
    }
}
