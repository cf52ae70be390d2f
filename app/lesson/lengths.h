// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/model.h"
#include "model/numerics/helper.h"
#include "widgets/threads/worker.h"

// The length laboratory: how well both models translate, by the length of the sentence.
namespace app {

/// Which of the two models.
enum class LengthModel { attention, bottleneck };
inline constexpr int lengthModelCount = 2;
/// The key that the session knows it by.
QString keyOf(LengthModel model);

/// A sentence with a correct translation.
struct GradedSentence {
    std::string source;
    std::vector<std::string> references;
    int words = 0;  ///< of the source
};

/// Those that come with the program: 3 to 50 words, the shortest first.
const std::vector<GradedSentence> &gradedSentences();

/// What became of one sentence.
struct LengthResult {
    std::array<QString, lengthModelCount> translations;
    /// chrF2 (0 to 100) against the references; nothing where it could not be translated.
    std::array<std::optional<double>, lengthModelCount> quality;
};

/// The mean quality of the sentences of some lengths.
struct LengthMean {
    double words = 0;  ///< the mean length of these sentences
    std::array<double, lengthModelCount> quality{};
    int sentences = 0;
};
/// Means over the lengths that the model card tells apart; those without sentences are left out.
std::vector<LengthMean> meansByLength(const std::vector<GradedSentence> &sentences,
                                      const std::vector<std::optional<LengthResult>> &results);

/// Translates sentences with both models on a thread of its own, and measures the translations.
class LengthMeasure : public QObject {
    Q_OBJECT
  public:
    explicit LengthMeasure(QObject *parent = nullptr);
    ~LengthMeasure() override = default;

    const std::vector<GradedSentence> &sentences() const { return sentences_; }
    /// One per sentence; nothing: not measured yet.
    const std::vector<std::optional<LengthResult>> &results() const { return results_; }
    /// Whether the sentences are from a file of the user's.
    bool own() const { return own_; }
    bool running() const { return lane_.busy(); }
    double done() const { return done_; }  ///< 0 to 1

  public slots:
    /// Measures the sentences that are there, from the first that is not measured on.
    void start();
    void cancel();
    /// Takes the sentences that come with the program.
    void takeGraded();
    /// Reads pairs from a file: source, tab, translation on each line, at most mostPairs of them.
    void takeFile(const QString &file);

  signals:
    /// Other sentences, or more results, or another state.
    void changed();
    void failed(const QString &why);

  public:
    static constexpr int mostPairs = 2000;

  private:
    void take(std::vector<GradedSentence> sentences, bool own);
    widgets::Lane::Result measure(widgets::Task &task, const std::vector<GradedSentence> &sentences,
                                  std::size_t first);

    std::vector<GradedSentence> sentences_;
    std::vector<std::optional<LengthResult>> results_;
    bool own_ = false;
    double done_ = 0;
    std::array<std::shared_ptr<const model::Model>, lengthModelCount> models_;  ///< the worker's
    model::Helper helper_;                                                      ///< the worker's
    widgets::Worker worker_;
    // What they do uses all of the above.
    widgets::Lane files_;
    widgets::Lane lane_;
};

}  // namespace app
