// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/laboratory/pictures.h"

#include <algorithm>
#include <utility>

#include "model/decoding/translation.h"

namespace app {
namespace {

widgets::LearningPicture pictureOf(long update, const std::shared_ptr<const model::Model> &model,
                                   const std::string &text, const std::stop_token &stop) {
    const auto trace = model::translate({model, text}, nullptr, stop);
    return {update, model::alignment(*trace), QString::fromStdString(trace->translation)};
}

}  // namespace

ExamplePictures::ExamplePictures(QObject *parent) : QObject(parent), lane_(worker_, {}) {}

void ExamplePictures::setExample(const QString &text) {
    if (std::exchange(example_, text) == text)
        return;
    lane_.cancel();
    known_.clear();
    emit changed();
    next();
}

void ExamplePictures::setModels(Models models) {
    std::erase_if(known_, [&](const auto &each) {
        const auto found = models.find(each.first);
        return found == models.end() || found->second != models_[each.first];
    });
    models_ = std::move(models);
    next();
}

std::vector<widgets::LearningPicture> ExamplePictures::pictures() const {
    std::vector<widgets::LearningPicture> result;
    for (const auto &[update, picture] : known_)
        result.push_back(picture);
    return result;
}

void ExamplePictures::next() {
    if (lane_.busy() || example_.trimmed().isEmpty())
        return;
    const auto missing = std::ranges::find_if(
        models_, [this](const auto &each) { return !known_.contains(each.first); });
    if (missing == models_.end())
        return;
    lane_.request([this, update = missing->first, model = missing->second,
                   text = example_.toStdString()](widgets::Task &task) -> widgets::Lane::Result {
        return [this, model, picture = pictureOf(update, model, text, task.stop())] {
            // It may have been replaced while the picture was made.
            const auto found = models_.find(picture.update);
            if (found != models_.end() && found->second == model) {
                known_[picture.update] = picture;
                emit changed();
            }
            next();
        };
    });
}

}  // namespace app
