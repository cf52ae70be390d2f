// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/expect_command.h"

#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "app/cli/options.h"
#include "app/cli/products.h"
#include "app/cli/read_pairs.h"
#include "model/file/safetensors.h"
#include "model/layers/product.h"
#include "model/model.h"
#include "model/training/expectations.h"

namespace cli {

int expectCommand(std::span<const std::string> arguments) {
    std::vector<std::string> files;
    std::string corpus;
    std::string output;
    int threads = 2;
    bool skipBadLines = false;
    Options options("attention-model expect --corpus FILE --output FILE [OPTIONS] MODEL...",
                    "Writes which pieces models expect at each place of the translations of a "
                    "corpus, for others to learn\nfrom (train --expectations): the most probable "
                    "ones, by the mean of the models.");
    options.furtherArguments("MODEL...", files, "teachers with the same vocabularies");
    options.text("corpus", "FILE", corpus, "pairs: French, tab, English on each line");
    options.text("output", "FILE", output, "the file to write");
    options.integer("threads", "N", threads, 1, 64,
                    "threads; the result is the same for any number");
    options.flag("skip-bad-lines", skipBadLines, skipBadLinesHelp);
    if (!options.parse(arguments)) {
        return 0;
    }
    if (corpus.empty() || output.empty() || files.empty()) {
        throw UsageError("expect needs --corpus FILE, --output FILE and one or more models.");
    }
    model::safetensors::checkWritable(output);
    std::vector<std::shared_ptr<const model::Model>> teachers;
    for (const std::string &file : files) {
        teachers.push_back(model::readModel(file));
    }
    model::layers::setProductLibrary(productsOf("float32"));
    using namespace model::training;
    const auto pairs = readPairs(corpus, Columns::training, skipBadLines);
    const CorpusExpectations expected = expect(teachers, pairs, threads);
    writeExpectations(expected, output);
    std::cout << "wrote " << output << ": " << expected.pairs() << " pairs\n";
    return 0;
}

}  // namespace cli
