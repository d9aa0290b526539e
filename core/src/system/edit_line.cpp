// SPDX-License-Identifier: MIT
#include "system/edit_line.hpp"

#include <clocale>
#include <cstdio>
#include <histedit.h>
#include <memory>
#include <string_view>

namespace praxis {
namespace {

/// libedit takes the encoding of the keys from the locale. praxis has none of its own.
class Utf8Locale {
  public:
    Utf8Locale() : before_(std::setlocale(LC_CTYPE, nullptr)) {
        std::setlocale(LC_CTYPE, "C.UTF-8");
    }

    Utf8Locale(const Utf8Locale&) = delete;
    Utf8Locale& operator=(const Utf8Locale&) = delete;

    ~Utf8Locale() { std::setlocale(LC_CTYPE, before_.c_str()); }

  private:
    std::string before_;
};

char* prompt_of(EditLine* editor) {
    std::string* prompt = nullptr;
    ::el_get(editor, EL_CLIENTDATA, &prompt);
    return prompt->data();
}

} // namespace

std::optional<std::string> edit_line(const std::string& question) {
    const Utf8Locale utf8;
    const auto last_line = question.rfind('\n') + 1; // 0 without a line feed
    std::fputs(question.substr(0, last_line).c_str(), stderr);
    auto prompt = question.substr(last_line);
    const std::unique_ptr<EditLine, decltype(&::el_end)> editor{
        ::el_init("praxis", stdin, stderr, stderr), ::el_end};
    if (!editor) {
        return std::nullopt;
    }
    ::el_set(editor.get(), EL_CLIENTDATA, &prompt);
    ::el_set(editor.get(), EL_PROMPT, prompt_of);
    ::el_set(editor.get(), EL_EDITOR, "emacs");
    ::el_set(editor.get(), EL_SIGNAL, 1); // a signal that ends praxis gives the terminal back first
    int count = 0;
    const char* const line = ::el_gets(editor.get(), &count);
    if (line == nullptr || count <= 0) {
        return std::nullopt;
    }
    std::string answer{line, static_cast<std::size_t>(count)};
    if (answer.ends_with('\n')) {
        answer.pop_back();
    }
    return answer;
}

} // namespace praxis
