// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decoding/intervention_file.h"

#include <cerrno>
#include <fstream>
#include <span>

#include "model/error.h"
#include "model/file/descriptor.h"
#include "model/file/output_file.h"

namespace model {

Interventions readInterventions(const std::filesystem::path &file, const Model &model) {
    std::ifstream input(file, std::ios::binary);
    std::string text(longestInterventionText + 1, '\0');
    errno = 0;
    if (!input.read(text.data(), static_cast<std::streamsize>(text.size())) && !input.eof()) {
        refuseInterventions(file.string(), Message("it cannot be read (%1)", reasonOf(errno)));
    }
    text.resize(static_cast<std::size_t>(input.gcount()));
    return interventionsFromJson(text, model, file.string());
}

void writeInterventions(const Interventions &interventions, const std::filesystem::path &file) {
    const std::string text = interventionsToJson(interventions);
    try {
        OutputFile output(file);
        output.append(std::as_bytes(std::span(text)));
        output.keep();
    } catch (const OutputError &error) {
        throw InterventionError("The interventions %1 cannot be written (%2).", file.string(),
                                error.message());
    }
}

}  // namespace model
