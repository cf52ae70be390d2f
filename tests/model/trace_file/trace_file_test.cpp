// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/trace_file/trace_file.h"
#include "model/decoding/translation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>
#include <set>

#include "model/file/safetensors.h"
#include "model/scenes/generator.h"
#include "model/trace_file/arrays.h"
#include "model/trace_file/json.h"
#include "model/trace_file/npz.h"
#include "tests/model/file/temporary_folder.h"
#include "tests/support/traces.h"

namespace {

using namespace model;

class TraceFile : public testing::TestWithParam<const char *> {
  protected:
    std::shared_ptr<const Trace> trace() const {
        return support::tinyTrace("Le chat dort & rêve.", GetParam());
    }
    std::vector<Array> arrays() const { return arraysOf(*trace()); }
    static const Array *find(const std::vector<Array> &arrays, const std::string &name) {
        const auto found = std::find_if(arrays.begin(), arrays.end(),
                                        [&](const Array &array) { return array.name == name; });
        return found == arrays.end() ? nullptr : &*found;
    }
};

std::size_t product(const std::vector<std::size_t> &shape) {
    return std::accumulate(shape.begin(), shape.end(), std::size_t{1}, std::multiplies<>());
}

std::size_t countOf(const Array &array) {
    return std::visit([](const auto &values) { return values.size(); }, array.values);
}

TEST_P(TraceFile, arraysHaveNamesOfTheirOwnAndAsManyValuesAsTheirShapes) {
    std::set<std::string> names;
    for (const Array &array : arrays()) {
        EXPECT_TRUE(names.insert(array.name).second) << array.name;
        EXPECT_EQ(countOf(array), product(array.shape)) << array.name;
        EXPECT_GT(countOf(array), 0U) << array.name;
    }
}

TEST_P(TraceFile, arraysHoldTheNumbersOfEveryStep) {
    const auto all = arrays();
    const auto whole = trace();
    const auto length = static_cast<std::size_t>(whole->targetLength());
    for (const auto &[name, part] :
         {std::pair("weights", &StepTrace::weights), std::pair("contexts", &StepTrace::context),
          std::pair("readouts", &StepTrace::readout)}) {
        const Row &first = whole->step(0).*part;
        const Array *array = find(all, name);
        if (first.size() == 0) {
            EXPECT_EQ(array, nullptr) << name;
            continue;
        }
        const auto columns = static_cast<std::size_t>(first.size());
        ASSERT_NE(array, nullptr) << name;
        ASSERT_EQ(array->shape, (std::vector<std::size_t>{length, columns}));
        const auto &values = std::get<Array::Floats>(array->values);
        for (std::size_t i = 0; i < length; ++i) {
            const Row &row = whole->step(static_cast<int>(i)).*part;
            EXPECT_TRUE(std::equal(row.begin(), row.end(),
                                   values.begin() + static_cast<std::ptrdiff_t>(i * columns)))
                << name << i;
        }
    }
    EXPECT_EQ(std::get<Array::Whole>(find(all, "target.tokens")->values).back(),
              whole->chosen(whole->targetLength() - 1).id);
    EXPECT_EQ(std::get<Array::Texts>(find(all, "source.labels")->values).size(),
              static_cast<std::size_t>(whole->sourceLength()));
}

TEST_P(TraceFile, safetensorsReadBackToTheLastBit) {
    const TemporaryFolder folder;
    writeTrace(*trace(), folder / "x.safetensors");
    const auto bytes = safetensors::readFile(folder / "x.safetensors");
    const auto contents = safetensors::Contents::parse(bytes);
    std::size_t numbers = 0;
    for (const Array &array : arrays()) {
        if (const auto *texts = std::get_if<Array::Texts>(&array.values)) {
            EXPECT_EQ(Json::parse(contents.metadata().at(array.name)), Json(*texts));
            continue;
        }
        ++numbers;
        const safetensors::View *view = contents.find(array.name);
        ASSERT_NE(view, nullptr) << array.name;
        EXPECT_EQ(view->shape, array.shape);
        const auto expected = std::visit(
            [](const auto &values) { return std::as_bytes(std::span(values)); }, array.values);
        EXPECT_TRUE(std::ranges::equal(view->bytes, expected)) << array.name;
    }
    EXPECT_EQ(contents.tensors().size(), numbers);
    EXPECT_EQ(contents.metadata().at("source"), "Le chat dort & rêve.");
}

TEST_P(TraceFile, jsonReadsBackToTheLastBit) {
    const Json json = Json::parse(lineOf(toJson(*trace(), Numbers::all)));
    EXPECT_EQ(json["format"], "attention-trace 1");
    EXPECT_EQ(json["source"], "Le chat dort & rêve.");
    const auto all = arrays();
    EXPECT_EQ(json["arrays"].size(), all.size());
    for (const Array &array : all) {
        const Json &nested = json["arrays"][array.name];
        ASSERT_EQ(nested.size(), array.shape[0]) << array.name;
        const auto *values = std::get_if<Array::Floats>(&array.values);
        if (values == nullptr) {
            continue;
        }
        for (std::size_t i = 0; i < values->size(); ++i) {
            const Json &value = array.shape.size() == 1
                                    ? nested[i]
                                    : nested[i / array.shape[1]][i % array.shape[1]];
            ASSERT_EQ(value.get<float>(), (*values)[i]) << array.name << " " << i;
        }
    }
}

TEST(ShortJson, MarksWhatInterventionsDecided) {
    TranslationRequest request{support::tinyModel(), "le chat dort"};
    const auto plain = translate(request);
    const int forced = plain->step(1).candidates[3].id;
    request.interventions.steps[1].word = forced;
    request.interventions.steps[2].attention = pin::Uniform{};
    const Json pieces = toJson(*translate(request), Numbers::attention)["target_pieces"];
    EXPECT_EQ(pieces[1]["id"], forced);
    EXPECT_EQ(pieces[1]["forced"], true);
    EXPECT_EQ(pieces[2]["weights_forced"], true);
    EXPECT_FALSE(pieces[0].contains("forced"));
    EXPECT_FALSE(pieces[2].contains("forced"));
    EXPECT_FALSE(pieces[0].contains("weights_forced"));
}

TEST_P(TraceFile, jsonOfTheAttentionAloneIsAPartOfTheWhole) {
    const Json whole = toJson(*trace(), Numbers::all);
    const Json part = toJson(*trace(), Numbers::attention);
    for (const auto &[key, value] : part.items()) {
        if (key != "target_pieces") {
            EXPECT_EQ(whole[key], value) << key;
        }
    }
    EXPECT_FALSE(part.contains("arrays"));
    EXPECT_EQ(part.contains("weights"), trace()->hasAttention());
    EXPECT_EQ(whole["target_pieces"][0]["candidates"].size(), trace()->step(0).candidates.size());
}

TEST_P(TraceFile, theSameTraceGivesTheSameBytes) {
    EXPECT_EQ(npzOf(arrays()), npzOf(arrays()));
}

INSTANTIATE_TEST_SUITE_P(Models, TraceFile,
                         testing::Values("tiny", "tiny_bottleneck", "tiny_general", "tiny_query"));

TEST(TraceFileName, suffixesAreReadInEitherCase) {
    EXPECT_EQ(traceSuffix("a/b.JSON"), "json");
    EXPECT_EQ(traceSuffix("a.b/c.npz"), "npz");
    EXPECT_EQ(traceSuffix("x.safetensors"), "safetensors");
    EXPECT_EQ(traceSuffix("json"), "");
    EXPECT_EQ(traceSuffix("x.csv"), "");
}

TEST(TraceFileName, anotherSuffixOrAFolderThatIsNotThereIsRefusedInASentence) {
    const auto trace = support::tinyTrace("Oui.");
    const auto refusal = [&](const std::filesystem::path &file) -> std::string {
        try {
            writeTrace(*trace, file);
        } catch (const TraceFileError &error) {
            return error.what();
        }
        return "";
    };
    EXPECT_EQ(refusal("x.csv"),
              "x.csv: got a file of this name, expected one that ends in .json, .npz or "
              ".safetensors.");
    for (const std::string suffix : {"json", "npz", "safetensors"}) {
        const std::string file = "/nowhere/x." + suffix;
        EXPECT_EQ(refusal(file), file + ": cannot be written (No such file or directory).");
        EXPECT_THROW(checkTraceFile(file), TraceFileError);
    }
    EXPECT_THROW(checkTraceFile("x.csv"), TraceFileError);
    const TemporaryFolder folder;
    checkTraceFile(folder / "x.npz");
    EXPECT_TRUE(folder.names().empty()) << "it is only checked";
}

TEST(TraceFileNumbers, whatJsonHasNoNumberForIsNull) {
    Row row(3);
    row << 0.1F, std::numeric_limits<float>::infinity(), std::numeric_limits<float>::quiet_NaN();
    EXPECT_EQ(lineOf(toJson(row)), "[0.1,null,null]");
}

TEST(PictureTraceFile, holdsThePictureAndWhatWasSeenInIt) {
    const auto scene = scenes::firstScenes(scenes::Part::learned, 1).front();
    const auto trace = translate({support::tinyModel("tiny_caption"), scenes::toJson(scene)});
    std::map<std::string, std::vector<std::size_t>> shapes;
    for (const Array &array : arraysOf(*trace)) {
        shapes[array.name] = array.shape;
    }
    using Shape = std::vector<std::size_t>;
    EXPECT_EQ(shapes.at("picture"), (Shape{64, 64, 3}));
    EXPECT_EQ(shapes.at("encoder.convolution.1"), (Shape{32, 32, 2}));
    EXPECT_EQ(shapes.at("encoder.convolution.3"), (Shape{8, 8, 4}));
    EXPECT_EQ(shapes.at("annotations"), (Shape{64, 5}));
    EXPECT_EQ(shapes.at("source.labels"), (Shape{64}));
    EXPECT_FALSE(shapes.contains("encoder.forward.state"));

    const Json json = toJson(*trace, Numbers::all);
    EXPECT_EQ(json.at("source"), scenes::toJson(scene));
    EXPECT_FALSE(json.contains("source_pieces"));
    ASSERT_EQ(json.at("source_cells").size(), 64U);
    const Json &cell = json.at("source_cells")[10];
    EXPECT_EQ(cell.at("cell"), "C2");
    EXPECT_EQ(cell.at("x"), 0.25);
    EXPECT_EQ(cell.at("y"), 0.125);
    EXPECT_EQ(cell.at("size"), 0.125);
    EXPECT_EQ(json.at("model").at("score"), "additive");
}

}  // namespace
