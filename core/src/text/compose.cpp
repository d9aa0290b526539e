// SPDX-License-Identifier: MIT
#include "text/compose.hpp"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

namespace praxis {

std::string compose(std::string_view text) {
    utf8proc_uint8_t* composed = nullptr;
    const auto size = utf8proc_map(
        reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
        static_cast<utf8proc_ssize_t>(text.size()),
        &composed,
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE)
    );
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner{composed, &std::free};
    return size < 0 ? std::string{text}
                    : std::string{
                          reinterpret_cast<const char*>(composed), static_cast<std::size_t>(size)};
}

} // namespace praxis
