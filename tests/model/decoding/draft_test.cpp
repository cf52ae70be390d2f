// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <vector>

#include "model/decoding/search.h"
#include "model/error.h"
#include "tests/model/decoding/steps.h"
#include "tests/model/file/temporary_folder.h"
#include "tests/support/traces.h"

namespace {

using model::Translation;

/// The tiny model in half precision, whose products are others.
constexpr const char *halfPrecision = "tiny, half precision";

std::shared_ptr<const model::Model> modelOf(const std::string &name) {
    if (name != halfPrecision) {
        return support::tinyModel(name);
    }
    const TemporaryFolder folder;
    model::writeModel(*support::tinyModel(), folder / "half.safetensors", model::Precision::f16);
    return model::readModel(folder / "half.safetensors");
}

/// What a translation consists of, the end piece apart.
std::vector<int> wordsOf(const model::Trace &trace) {
    std::vector<int> pieces;
    for (const model::Choice &choice : trace.choices) {
        if (choice.candidate.id != model::special::end) {
            pieces.push_back(choice.candidate.id);
        }
    }
    return pieces;
}

class Draft : public testing::TestWithParam<std::string> {
  protected:
    std::shared_ptr<const model::Model> model_ = modelOf(GetParam());
    std::shared_ptr<const model::Trace> undrafted_ = model::translate(model_, sentence);
    std::vector<int> words_ = wordsOf(*undrafted_);
};

TEST_P(Draft, ChangesNothing) {
    ASSERT_GT(words_.size(), 4U);
    std::vector<std::vector<int>> drafts{words_, {}, {words_.begin(), words_.begin() + 3}};
    drafts.push_back(words_);  // a piece gone
    drafts.back().erase(drafts.back().begin() + 2);
    drafts.push_back(words_);  // a piece more
    drafts.back().insert(drafts.back().begin() + 1, 5);
    drafts.push_back(words_);  // another piece, and more after the end
    drafts.back()[4] = model::special::unknown;
    drafts.back().insert(drafts.back().end(), 40, words_.front());
    drafts.push_back(words_);  // an end before its time
    drafts.back()[3] = model::special::end;
    for (const auto &draft : drafts) {
        Translation translation(model_, sentence);
        translation.expect(draft);
        const auto drafted = finish(translation);
        expectSame(*drafted, *undrafted_);
    }
}

TEST_P(Draft, GivesAllStepsAtOnceWhereItIsRight) {
    const auto steps = model::decodeAlong(*model_, *undrafted_->encoder,
                                          model::emptyPrefix(*undrafted_->encoder), words_);
    ASSERT_EQ(steps.size(), words_.size() + 1);
    for (std::size_t i = 0; i < undrafted_->steps.size(); ++i) {
        expectSame(steps[i].step, *undrafted_->steps[i]);
    }
}

TEST_P(Draft, EndsWithTheFirstPieceThatItDoesNotName) {
    auto draft = words_;
    draft[2] = draft[2] == 5 ? 6 : 5;
    const auto steps = model::decodeAlong(*model_, *undrafted_->encoder,
                                          model::prefixBehind(undrafted_->step(0), words_[0]),
                                          std::span(draft).subspan(1));
    ASSERT_EQ(steps.size(), 2U);
    expectSame(steps[0].step, *undrafted_->steps[1]);
    expectSame(steps[1].step, *undrafted_->steps[2]);
}

TEST_P(Draft, ChangesNothingWhereSomeoneDecidesOtherwise) {
    Translation plain(model_, sentence);
    Translation drafted(model_, sentence);
    drafted.expect(words_);
    for (Translation *translation : {&plain, &drafted}) {
        translation->step();
        translation->step({{}, words_.front()});
    }
    expectSame(*finish(drafted), *finish(plain));
    EXPECT_TRUE(drafted.trace()->choices[1].forced);
}

/// Steps that are decoded together are those that are decoded alone.
TEST_P(Draft, OfSeveralHypothesesChangesNone) {
    std::vector<model::Prefix> prefixes{model::emptyPrefix(*undrafted_->encoder)};
    for (int i = 0; i < 6; ++i) {
        prefixes.push_back(model::prefixBehind(undrafted_->step(i), undrafted_->chosen(i).id));
        const auto steps = model::decodeEach(*model_, *undrafted_->encoder, prefixes);
        ASSERT_EQ(steps.size(), prefixes.size());
        for (std::size_t k = 0; k < steps.size(); ++k) {
            expectSame(steps[k].step,
                       model::decode(*model_, *undrafted_->encoder, prefixes[k]).step);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Models, Draft,
                         testing::Values("tiny", "tiny_bottleneck", "tiny_general", "tiny_dot",
                                         "tiny_query", halfPrecision));

TEST(DecodeAlong, RefusesADraftThatNamesNoPiece) {
    const auto trace = support::tinyTrace(sentence);
    for (const int piece : {-1, trace->model->configuration().targetVocabulary}) {
        const std::vector<int> draft{piece};
        EXPECT_THROW(model::decodeAlong(*trace->model, *trace->encoder,
                                        model::emptyPrefix(*trace->encoder), draft),
                     model::Error);
    }
}

}  // namespace
