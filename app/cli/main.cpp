// SPDX-License-Identifier: GPL-3.0-or-later
// attention-model: the models without a window.
#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>
#include <iostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/cli/align_command.h"
#include "app/cli/average_command.h"
#include "app/cli/bench_command.h"
#include "app/cli/caption_command.h"
#include "app/cli/colloquial_command.h"
#include "app/cli/complain.h"
#include "app/cli/distil_command.h"
#include "app/cli/effects_command.h"
#include "app/cli/evaluate_command.h"
#include "app/cli/expect_command.h"
#include "app/cli/info_command.h"
#include "app/cli/options.h"
#include "app/cli/train_command.h"
#include "app/cli/translate_command.h"
#include "app/cli/vocabulary_command.h"
#include "model/error.h"
#include "model/exceptions.h"
#include "model/layers/processor.h"

namespace {

struct Command {
    std::string_view name;
    std::string_view about;
    int (*run)(std::span<const std::string> arguments);
};

const std::array<Command, 13> commands{{
    {"translate", "translate sentences", cli::translateCommand},
    {"effects", "say how much attention and units matter in translations", cli::effectsCommand},
    {"evaluate", "measure the quality of the translations of a test set", cli::evaluateCommand},
    {"align", "find the words of sentence pairs that stand for each other", cli::alignCommand},
    {"info", "show what a model file holds", cli::infoCommand},
    {"train", "make a model from sentence pairs", cli::trainCommand},
    {"vocabulary", "make the vocabularies of models from texts", cli::vocabularyCommand},
    {"distil", "make a corpus of a model's own translations", cli::distilCommand},
    {"expect", "write which pieces models expect in the translations of a corpus",
     cli::expectCommand},
    {"colloquial", "make a corpus of conversational French", cli::colloquialCommand},
    {"scenes", "draw scenes for models that describe pictures", cli::scenesCommand},
    {"average", "make a model of the mean weights of several", cli::averageCommand},
    {"bench", "measure the speed of the machine and the program", cli::benchCommand},
}};

void printUsage(std::ostream &out) {
    out << "Usage: attention-model COMMAND [OPTIONS]\n\n";
    for (const Command &command : commands) {
        out << "  " << command.name << std::string(12 - command.name.size(), ' ') << command.about
            << '\n';
    }
    out << "\nattention-model COMMAND --help tells more, attention-model --version the version.\n";
}

const Command *commandNamed(std::string_view name) {
    const auto *found = std::ranges::find(commands, name, &Command::name);
    return found == commands.end() ? nullptr : found;
}

int run(std::span<const std::string> arguments) {
    if (arguments.empty()) {
        throw cli::UsageError("No command was given.");
    }
    const std::string &name = arguments[0];
    if (name == "--help" || name == "-h" || name == "help") {
        printUsage(std::cout);
        return 0;
    }
    if (name == "--version" || name == "-v") {
        std::cout << "attention-model " ATTENTION_VERSION "\n";
        return 0;
    }
    const Command *command = commandNamed(name);
    if (command == nullptr) {
        throw cli::UsageError("There is no command '%1'.", name);
    }
    model::layers::processorLevel();  // refuses a wrong choice before there is any work
    return command->run(arguments.subspan(1));
}

/// @throws model::Error if any of what was printed did not get where it was to.
void finishOutput() {
    std::cout.flush();
    if (!std::cout || std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
        throw model::Error("The result could not be written to the standard output.");
    }
}

}  // namespace

int main(int argc, char **argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    try {
        const int status = run(arguments);
        finishOutput();
        return status;
    } catch (const cli::UsageError &error) {
        const bool known = !arguments.empty() && commandNamed(arguments[0]) != nullptr;
        cli::complain(error.what() + std::string(" Try attention-model ") +
                      (known ? arguments[0] + " --help." : "--help."));
        return 2;
    } catch (...) {
        cli::complain(model::messageOf(std::current_exception()).english());
        return 1;
    }
}
