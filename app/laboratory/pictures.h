// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <map>
#include <memory>
#include <vector>

#include "model/model.h"
#include "widgets/learning/data.h"
#include "widgets/threads/worker.h"

namespace app {

/// What the snapshots of a model make of one example, each worked out once on a thread of its own.
class ExamplePictures : public QObject {
    Q_OBJECT
  public:
    explicit ExamplePictures(QObject *parent = nullptr);

    using Models = std::map<long, std::shared_ptr<const model::Model>>;  ///< by update
    void setExample(const QString &text);
    const QString &example() const { return example_; }
    void setModels(Models models);
    /// Those that are known, by update.
    std::vector<widgets::LearningPicture> pictures() const;

  signals:
    void changed();

  private:
    void next();

    QString example_;
    Models models_;
    std::map<long, widgets::LearningPicture> known_;
    widgets::Worker worker_;
    widgets::Lane lane_;
};

}  // namespace app
