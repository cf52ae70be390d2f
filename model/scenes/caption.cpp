// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scenes/caption.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

#include "model/scenes/picture.h"
#include "model/text/utf8.h"

namespace model::scenes {
namespace {

/// How much higher or farther to one side a shape stands of which that is said, in widths.
constexpr double clearly = 0.04;
/// The same where a caption is written, so that what is said can be seen at once.
constexpr double plainly = 0.1;
/// Pixels that two shapes share of which one is in front, and those of which that is said.
constexpr double leastShared = 3;
constexpr double plainlyShared = 10;

std::string textOf(const Phrase &phrase) {
    std::string text;
    for (const PhrasePart &part : phrase) {
        text += text.empty() || text.ends_with('\'') ? "" : " ";
        text += part.text;
    }
    return text;
}

/// Appends a phrase after a blank, or after an apostrophe without one.
void append(std::string &text, const std::string &phrase) {
    text += text.empty() || text.ends_with('\'') ? "" : " ";
    text += phrase;
}

/// The relation of two shapes that is plain to see, in this direction or of one in front of the
/// other; nothing where none is.
std::optional<Relation> plainRelation(const Scene &scene, std::size_t first, std::size_t second,
                                      double Shape::*along, Random &random) {
    const Shape &a = scene.shapes[first];
    const Shape &b = scene.shapes[second];
    if (sharedPixels(a, b) >= plainlyShared && random.chance(0.75)) {
        return first > second ? Relation::inFront : Relation::behind;
    }
    const double farther = a.*along - b.*along;
    if (std::abs(farther) < plainly) {
        return {};
    }
    if (along == &Shape::x) {
        return farther < 0 ? Relation::left : Relation::right;
    }
    return farther < 0 ? Relation::above : Relation::below;
}

/// Puts a caption together. Which shape comes next follows from the scene and from what has been
/// said: one that begins with "There is" goes backwards. Were it left to chance, attention would
/// have to look at two shapes at once, and of two red ones the model could not know later which of
/// them it has named.
class Writer {
  public:
    Writer(const Scene &scene, const Wording &wording, Random &random)
        : scene_(scene), direction_(mainDirection(scene)), wording_(wording), random_(random) {}

    std::string write() {
        const bool skySaid = random_.chance(scene_.night ? 0.85 : 0.25);
        const bool skyFirst = skySaid && random_.chance(0.35);
        const bool backwards = random_.chance(scene_.night ? 0.2 : 0.7);
        std::string text = skyFirst ? textOf(wording_.sky(scene_.night)) + "," : "";
        if (backwards) {
            append(text, std::string(wording_.thereIs()));
        }
        append(text, clauses(order(backwards)));
        if (skySaid && !skyFirst) {
            text += ", " + textOf(wording_.sky(scene_.night));
        }
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
        return text + ".";
    }

  private:
    std::string object(std::size_t shape) {
        const Shape &s = scene_.shapes[shape];
        Mention mention{s.form, s.color, {}};
        if (random_.chance(0.75)) {
            mention.size = sizeWordOf(s.size);
        }
        return textOf(wording_.object(mention, way()));
    }

    /// The first way to say something most of the time, so that it is the one to expect.
    std::size_t way() { return random_.chance(0.75) ? 0 : 1; }

    std::string pair(std::size_t first, std::size_t second) {
        std::string text = object(first);
        std::optional<Relation> relation;
        if (random_.chance(0.95)) {
            relation = plainRelation(scene_, first, second, direction_, random_);
        }
        append(text, relation ? textOf(wording_.relation(*relation, way()))
                              : std::string(wording_.andWord()));
        append(text, object(second));
        return text;
    }

    /// From left to right or from top to bottom, or backwards.
    std::vector<std::size_t> order(bool backwards) const {
        std::vector<std::size_t> order(scene_.shapes.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(
            order, {}, [&](std::size_t shape) { return scene_.shapes[shape].*direction_; });
        if (backwards) {
            std::ranges::reverse(order);
        }
        return order;
    }

    std::string clauses(const std::vector<std::size_t> &order) {
        std::string text;
        for (std::size_t i = 0; i < order.size();) {
            const bool single = i + 1 == order.size() || random_.chance(0.1);
            text += i == 0 ? "" : ", " + std::string(wording_.andWord()) + " ";
            text += single ? object(order[i]) : pair(order[i], order[i + 1]);
            i += single ? 1 : 2;
        }
        return text;
    }

    const Scene &scene_;
    double Shape::*direction_;
    const Wording &wording_;
    Random &random_;
};

/// Reads a caption from left to right.
class Reader {
  public:
    Reader(std::string_view caption, const Wording &wording)
        : text_(lowerCased(caption)), wording_(wording) {}

    std::optional<Statement> read() {
        const bool skyFirst = sky() && take(",");
        if (at_ > 0 && !skyFirst) {
            return {};
        }
        take(wording_.thereIs());
        if (!clause()) {
            return {};
        }
        while (take(",")) {
            if (take(wording_.andWord())) {
                if (!clause()) {
                    return {};
                }
            } else if (skyFirst || !sky()) {
                return {};
            } else {
                break;
            }
        }
        return take(".") && at_ == text_.size() ? std::optional(std::move(statement_))
                                                : std::nullopt;
    }

  private:
    /// Goes on behind a text, and a blank before it, if it stands here as whole words.
    bool take(std::string_view expected) {
        const std::size_t begin = at_ + (at_ < text_.size() && text_[at_] == ' ' ? 1 : 0);
        const std::string_view rest = std::string_view(text_).substr(begin);
        if (!rest.starts_with(expected)) {
            return false;
        }
        const std::size_t end = begin + expected.size();
        const bool whole = end == text_.size() || expected.ends_with('\'') ||
                           std::string_view(" ,.").find(text_[end]) != std::string_view::npos ||
                           expected == "," || expected == ".";
        if (whole) {
            begin_ = begin;
            at_ = end;
        }
        return whole;
    }

    bool take(const Phrase &phrase, const std::vector<int> &mentions) {
        const std::size_t before = at_;
        std::vector<Reference> found;
        for (const PhrasePart &part : phrase) {
            if (!take(part.text)) {
                at_ = before;
                return false;
            }
            if (part.role != Role::other) {
                found.push_back(
                    {{static_cast<int>(begin_), static_cast<int>(at_)}, part.role, mentions});
            }
        }
        statement_.references.insert(statement_.references.end(), found.begin(), found.end());
        return true;
    }

    bool sky() {
        for (const bool night : {false, true}) {
            if (take(wording_.sky(night), {})) {
                statement_.night = night;
                return true;
            }
        }
        return false;
    }

    bool object() {
        const int mention = static_cast<int>(statement_.mentions.size());
        for (const auto &[phrase, what] : wording_.objects()) {
            if (take(phrase, {mention})) {
                statement_.mentions.push_back(what);
                return true;
            }
        }
        return false;
    }

    /// A relation of the last mention with the next one.
    bool relation() {
        const int next = static_cast<int>(statement_.mentions.size());
        for (const auto &[phrase, what] : wording_.relations()) {
            if (take(phrase, {next - 1, next})) {
                statement_.claims.push_back({next - 1, what, next});
                return true;
            }
        }
        return false;
    }

    bool clause() {
        if (!object()) {
            return false;
        }
        return relation() || take(wording_.andWord()) ? object() : true;
    }

    std::string text_;
    const Wording &wording_;
    Statement statement_;
    std::size_t begin_ = 0;  ///< of what was taken last
    std::size_t at_ = 0;
};

/// Finds the shapes that the mentions speak of: those for which the most is true.
class Matcher {
  public:
    Matcher(const Statement &statement, const Scene &scene)
        : statement_(statement), scene_(scene), shapes_(statement.mentions.size(), -1) {}

    std::vector<int> run() {
        tryFrom(0);
        return best_;
    }

  private:
    bool fits(const Mention &mention, std::size_t shape) const {
        const Shape &s = scene_.shapes[shape];
        return mention.form == s.form && mention.color == s.color &&
               (!mention.size || mention.size == sizeWordOf(s.size)) &&
               std::ranges::find(shapes_, static_cast<int>(shape)) == shapes_.end();
    }

    void tryFrom(std::size_t mention) {
        if (mention == shapes_.size()) {
            const int value = score();
            if (value > score_) {
                score_ = value;
                best_ = shapes_;
            }
            return;
        }
        for (std::size_t shape = 0; shape < scene_.shapes.size(); ++shape) {
            if (fits(statement_.mentions[mention], shape)) {
                shapes_[mention] = static_cast<int>(shape);
                tryFrom(mention + 1);
                shapes_[mention] = -1;
            }
        }
        tryFrom(mention + 1);  // it speaks of none
    }

    int score() const;

    const Statement &statement_;
    const Scene &scene_;
    std::vector<int> shapes_;
    std::vector<int> best_;
    int score_ = -1;
};

bool holds(const Claim &claim, const Scene &scene, const std::vector<int> &shapes) {
    const int first = shapes[static_cast<std::size_t>(claim.first)];
    const int second = shapes[static_cast<std::size_t>(claim.second)];
    return first >= 0 && second >= 0 &&
           isTrue(claim.relation, scene, static_cast<std::size_t>(first),
                  static_cast<std::size_t>(second));
}

int Matcher::score() const {
    // Rather a shape for one more mention than any number of true relations.
    const auto found = std::ranges::count_if(shapes_, [](int shape) { return shape >= 0; });
    const auto held = std::ranges::count_if(
        statement_.claims, [this](const Claim &claim) { return holds(claim, scene_, shapes_); });
    return static_cast<int>(found * static_cast<long>(statement_.claims.size() + 1) + held);
}

}  // namespace

std::string describe(const Scene &scene, const Wording &wording, Random &random) {
    return Writer(scene, wording, random).write();
}

std::optional<Statement> parse(std::string_view caption, const Wording &wording) {
    return Reader(caption, wording).read();
}

bool isTrue(Relation relation, const Scene &scene, std::size_t first, std::size_t second) {
    const Shape &a = scene.shapes[first];
    const Shape &b = scene.shapes[second];
    switch (relation) {
        case Relation::above:
            return b.y - a.y >= clearly;
        case Relation::below:
            return a.y - b.y >= clearly;
        case Relation::left:
            return b.x - a.x >= clearly;
        case Relation::right:
            return a.x - b.x >= clearly;
        case Relation::inFront:
            return first > second && sharedPixels(a, b) >= leastShared;
        case Relation::behind:
            break;
    }
    return first < second && sharedPixels(a, b) >= leastShared;
}

Verdict judge(const Statement &statement, const Scene &scene) {
    Verdict verdict;
    verdict.shapes = Matcher(statement, scene).run();
    verdict.objects = std::ranges::find(verdict.shapes, -1) == verdict.shapes.end();
    const auto named = std::ranges::count_if(verdict.shapes, [](int shape) { return shape >= 0; });
    verdict.complete = named == static_cast<long>(scene.shapes.size());
    verdict.relations = std::ranges::all_of(
        statement.claims, [&](const Claim &claim) { return holds(claim, scene, verdict.shapes); });
    verdict.sky = !statement.night || *statement.night == scene.night;
    return verdict;
}

Row shownCells(const Reference &reference, const Verdict &verdict, const Matrix &shares) {
    Row shown = Row::Zero(picture::positions);
    for (const int mention : reference.mentions) {
        if (const int shape = verdict.shapes[static_cast<std::size_t>(mention)]; shape >= 0) {
            shown += shares.row(shape);
        }
    }
    const float most = shown.maxCoeff();
    return most > 0 ? Row(shown / most) : shown;
}

}  // namespace model::scenes
