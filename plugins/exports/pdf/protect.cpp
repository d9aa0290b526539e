// SPDX-License-Identifier: MIT
#include "pdf/protect.hpp"

#include <praxis/error.hpp>

#include <exception>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

namespace praxis::exports::pdf {

std::string protect(const std::string& pdf, const std::string& passphrase) {
    constexpr bool yes = true;
    constexpr bool no = false;
    try {
        QPDF file;
        file.setSuppressWarnings(true); // they go to stderr, with texts of the file
        file.processMemoryFile("the PDF", pdf.data(), pdf.size());
        QPDFWriter writer{file};
        writer.setOutputMemory();
        writer.setR6EncryptionParameters(
            passphrase.c_str(), // to read it
            passphrase.c_str(), // to change what is allowed
            yes,                // accessibility
            no,                 // extract
            no,                 // assemble
            yes,                // annotate and fill in
            yes,                // fill in forms
            no,                 // other changes
            qpdf_r3p_full,      // print
            yes                 // the metadata too
        );
        writer.write();
        const auto bytes = writer.getBufferSharedPointer();
        return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
    } catch (const std::exception& error) {
        throw PluginError(
            std::string{"praxis could not encrypt the PDF: "} + error.what(),
            "export it without --protect, and encrypt the file yourself"
        );
    }
}

} // namespace praxis::exports::pdf
