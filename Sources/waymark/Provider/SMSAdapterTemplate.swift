/// An adapter for messages to begin with: a signed webhook, reports, and a request that sends.
struct SMSAdapterTemplate {
    let name: AdapterName

    /// The file's text. It loads, its examples come out, and every part says what it is for.
    var text: String {
        #"""
        # \#(name.title): say in one sentence what it is, and what an operator has to register there.
        #
        # In:  https://YOUR-HOST/in/CHANNEL/receive for texts, and /in/CHANNEL/report for what became of ours.
        # Out: one request for each message.
        #
        # Everything below is made up. Put a recorded request into an example, and change the file until it comes out.
        adapter: \#(name.text)
        kind: sms
        summary: SMS by \#(name.title)
        # Where the facts come from, with the day. What nobody has tried yet is marked so.
        source: "not verified: nothing in this file has been tried with the provider"

        # What channels.yaml gives under 'settings'. A secret is never shown.
        config:
          api_key: {type: secret, required: true, doc: Goes with each request.}
          signing_key: {type: secret, doc: Signs each webhook.}
          base_url: {type: url, default: "https://api.\#(name.text).example"}
          verify: {type: bool, default: true, doc: "false: signatures are not looked at; needs 'insecure: acknowledged'."}

        # The longest text that goes in one request, in characters.
        limits: {chars: 1600}

        routes:
          receive:
            parse: json                     # or form, xml, auto
            # A signature that we make again. Where the provider signs nothing, delete 'auth', 'signing_key' and 'verify':
            # then a channel needs a 'path_token' or 'ip_allow'.
            auth: &signed
              when: {"${cfg.verify}": true}
              hmac: {signature: "${header.X-Signature}", algorithm: sha256, key: "${cfg.signing_key}", over: "${req.body}", encoding: hex}
            message:
              require: [.id, .from]         # a request without these is refused
              id: ${.id}                    # what tells a message from its repetition
              from: ${.from | phone}
              to: ${.to}
              text: ${.text}
              time: ${.sent_at | date(rfc3339)}
          report:
            parse: json
            auth: *signed
            status:
              id: ${.id}                    # the id that the answer to our request gave
              value: ${.status}
              # The provider's words and ours: accepted sent delivered undelivered failed expired opted_out unknown.
              map: {queued: accepted, sent: sent, delivered: delivered, undeliverable: undelivered}
              code: ${.error}

        # What the provider is told once we have taken what it brought. Some want a certain body.
        answer:
          message: {status: 200, type: application/json, body: '{"ok":true}'}

        send:
          request:
            url: ${cfg.base_url | trim_end('/')}/messages
            headers: {Authorization: "Bearer ${cfg.api_key}"}
            # What has no value is left out: without 'public_url' there is no report_url.
            json: {to: "${msg.to}", from: "${msg.from}", text: "${msg.text}", report_url: "${url.report}"}
          response:
            parse: json
            ok: {"${resp.id}": {present: true}}
            id: ${resp.id}
            # failed: never try again. retry: try later. stopped: the person wants no texts. config: our account is at fault.
            errors:
              - {when: {"${resp.error}": opted_out}, as: stopped}
              - {when: {"${resp.error}": {present: true}}, as: failed, code: "${resp.error}"}

        # What 'waymark check' runs: what is written under 'expect' must come out, the rest is not compared.
        examples:
          - name: a text
            settings: {api_key: k, signing_key: secret}
            country: KE
            request: |
              POST /in/\#(name.text)/receive HTTP/1.1
              Content-Type: application/json
              X-Signature: f49b7f9ddaef2be28484450b9d80d7def8d6620fef1865027c25e062e9ef83eb

              {"id":"m1","from":"+254711000001","to":"21512","text":"Hello","sent_at":"2026-05-02T09:00:00Z"}
            expect:
              events: [{kind: message, id: m1, from: "+254711000001", to: "21512", text: Hello, at: "2026-05-02T09:00:00Z"}]
              response: {status: 200, body: '{"ok":true}'}

          - name: a text with a wrong signature
            settings: {api_key: k, signing_key: another}
            request: |
              POST /in/\#(name.text)/receive HTTP/1.1
              Content-Type: application/json
              X-Signature: f49b7f9ddaef2be28484450b9d80d7def8d6620fef1865027c25e062e9ef83eb

              {"id":"m1","from":"+254711000001","to":"21512","text":"Hello","sent_at":"2026-05-02T09:00:00Z"}
            expect: {rejected: {reason: signature}, response: {status: 403}}

          - name: a report
            settings: {api_key: k, signing_key: secret}
            request: |
              POST /in/\#(name.text)/report HTTP/1.1
              Content-Type: application/json
              X-Signature: c1313a57ab40dc1c0d6597e774da1036e4b7058b3f37083b1098a78be52aa961

              {"id":"m2","status":"undeliverable","error":"27"}
            expect: {events: [{kind: report, id: m2, status: undelivered, code: "27"}]}

          - name: a message is sent
            settings: {api_key: k}
            address: "21512"
            message: {to: "+254711000001", text: Hi}
            expect:
              requests:
                - method: POST
                  url: https://api.\#(name.text).example/messages
                  headers: {Authorization: Bearer k}
                  body: '{"to":"+254711000001","from":"21512","text":"Hi"}'

          - name: the provider takes it
            settings: {api_key: k}
            response: |
              HTTP/1.1 200 OK
              Content-Type: application/json

              {"id":"m2"}
            expect: {outcome: accepted, id: m2}

        """#
    }
}
