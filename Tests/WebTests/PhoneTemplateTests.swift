import Testing

@testable import Web

struct PhoneTemplateTests {
    @Test func `the phone's templates show only texts that are there, and nothing as it is`() {
        let texts = Texts(.english)
        for (name, template) in PhoneTemplates.all {
            let own = name == "PhonePage" ? texts.phone : texts.all
            for match in template.matches(of: /\{\{t\.([A-Za-z]+)/) {
                #expect(own[String(match.output.1)] != nil, "\(name): \(match.output.1)")
            }
            for match in template.matches(of: /\{\{p\.([A-Za-z]+)/) {
                #expect(texts.phone[String(match.output.1)] != nil, "\(name): \(match.output.1)")
            }
            #expect(!template.contains("{{{") && !template.contains("{{&"), "\(name)")
            #expect(template.firstMatch(of: /\son[a-z]+=|style="|<style|javascript:/) == nil, "\(name)")
        }
    }

    @Test func `every field of the phone has a label, and the script finds what it looks for`() {
        let page = PhonePage.template
        for match in page.matches(of: /<(?:input|select)[^>]* id="([^"]+)"/) {
            let id = match.output.1
            #expect(
                page.contains("<label for=\"\(id)\"") || page.contains("<label><input type=\"checkbox\" id=\"\(id)\""),
                "\(id)")
        }
        for match in PhoneScript.text.matches(of: /at\("([a-z]+)"\)/) {
            #expect(page.contains("id=\"\(match.output.1)\""), "\(match.output.1)")
        }
        for match in PhoneScript.text.matches(of: /words\.([a-z]+)/) {
            #expect(page.contains(" data-\(match.output.1)="), "\(match.output.1)")
        }
    }

    @Test func `what people and packs say cannot become markup beside the phone`() throws {
        let page = PhonePage(
            language: .chinese, title: "<b>\"'&", code: "*1\"#", ussd: "a", sms: "b", address: "1", numbers: ["<i>"],
            canWait: true, hasConsole: false)
        let html = try PhoneTemplates().render(page)
        #expect(html.contains("&lt;b&gt;&quot;&#39;&amp;") && html.contains("data-code=\"*1&quot;#\""))
        #expect(html.contains("<option>&lt;i&gt;</option>") && html.contains("1 分钟") && !html.contains("/console"))
    }
}
