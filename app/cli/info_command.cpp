// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/info_command.h"

#include <iomanip>
#include <iostream>

#include "app/cli/open_model.h"
#include "app/cli/options.h"
#include "model/file/safetensors.h"
#include "model/layers/processor.h"
#include "model/model.h"
#include "model/printable.h"

namespace cli {
namespace {

using model::printable;

void printConfiguration(const model::Model &model) {
    const model::Configuration &c = model.configuration();
    std::cout << "architecture      " << toString(c.architecture);
    if (c.attends()) {
        std::cout << ", " << toString(c.score) << " score";
    }
    std::cout << "\nvocabulary        " << c.sourceVocabulary << " source pieces, "
              << c.targetVocabulary << " target pieces\n"
              << "embedding         " << c.embedding << '\n'
              << "encoder           ";
    if (c.seesPictures()) {
        std::cout << "convolutions of";
        for (const int features : c.features) {
            std::cout << ' ' << features;
        }
        std::cout << " and " << c.encoder << " features\n";
    } else {
        std::cout << c.encoder << " units "
                  << (c.bidirectional ? "in each direction" : "in one direction") << '\n';
    }
    std::cout << "decoder           " << c.decoder << " units\n";
    if (c.attends() && c.score == model::Score::additive) {
        std::cout << "attention         " << c.attention << " units, the query made of the "
                  << (c.queryOfWord ? "state and the piece before\n" : "state\n");
    }
    std::cout << "output            "
              << (c.tiedOutput ? "tied to the target embedding\n" : "a matrix of its own\n");
}

void printMetadata(const model::Model &model) {
    for (const auto &[key, value] : model.metadata()) {
        if (key == "architecture" || key == "score") {
            continue;  // said above
        }
        std::cout << std::left << std::setw(17) << printable(key) << ' ' << printable(value)
                  << '\n';
    }
}

void printTensors(const model::safetensors::Contents &contents, std::size_t size) {
    std::size_t parameters = 0;
    for (const auto &tensor : contents.tensors()) {
        std::cout << std::left << std::setw(28) << printable(tensor.name) << std::setw(4)
                  << toString(tensor.type) << model::safetensors::shapeText(tensor.shape) << '\n';
        if (tensor.type != model::safetensors::Type::u8) {
            parameters += tensor.bytes.size() / sizeOf(tensor.type);
        }
    }
    std::cout << '\n' << parameters << " parameters, " << size << " bytes\n";
}

}  // namespace

int infoCommand(std::span<const std::string> arguments) {
    std::string file;
    Options options("attention-model info [FILE]",
                    "Shows what a model file holds: its configuration, what is known about it, its "
                    "tensors. The last line is of the\nprogram: which of the processor's "
                    "instructions it uses; ATTENTION_CPU=x86-64 in the environment\nmakes it do "
                    "without the newer ones.");
    options.optionalArgument("FILE", file, modelHelp);
    if (!options.parse(arguments)) {
        return 0;
    }
    const ModelBytes bytes = modelBytes(file);
    const auto model = model::readModel(bytes.bytes, bytes.name);
    printConfiguration(*model);
    std::cout << '\n';
    printMetadata(*model);
    std::cout << '\n';
    printTensors(model::safetensors::Contents::parse(bytes.bytes), bytes.bytes.size());
    std::cout << "\ncomputed with     the instructions of " << model::layers::processorLevel().name
              << '\n';
    return 0;
}

}  // namespace cli
