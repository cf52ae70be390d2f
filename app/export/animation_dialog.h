// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <functional>
#include <memory>

#include "widgets/figure/animation_job.h"
#include "widgets/panel/number_box.h"
#include "widgets/views/played_view.h"

class QFormLayout;

namespace app {

/// Asks which view of a translation is to be played into an animation, how and where to, and writes
/// it; stays open while it is written, which can be cancelled. What cannot be written leaves it
/// open, after one sentence that says why.
class AnimationDialog : public QDialog {
    Q_OBJECT
  public:
    /// What the user has chosen about a view, by its name.
    using OptionsOf = std::function<QVariantMap(const QString &view)>;
    /// Of what a viewpoint looks at, which must outlive the dialog. Remembers what is chosen from
    /// one time to the next.
    AnimationDialog(const widgets::Viewpoint *seen, OptionsOf optionsOf, QWidget *parent = nullptr);

    QString file() const { return file_->text(); }
    void accept() override;
    /// Cancels what is being written, or else closes.
    void reject() override;

  private:
    void buildChoices(QFormLayout &form);
    QWidget *buildFile();
    void connectParts();
    void browse();
    void changeFormat();
    void updateParts();
    void begin();
    void setWriting(bool writing);
    void finish(const QString &why);
    void remember() const;
    widgets::Playing playing() const;

    const widgets::Viewpoint *seen_;
    OptionsOf optionsOf_;
    QComboBox *view_ = nullptr;
    QComboBox *format_ = nullptr;
    QLineEdit *file_ = nullptr;
    widgets::NumberBox *speed_ = nullptr;
    QSpinBox *rate_ = nullptr;
    widgets::NumberBox *scale_ = nullptr;
    QCheckBox *dark_ = nullptr;
    QLabel *length_ = nullptr;
    QProgressBar *progress_ = nullptr;
    QDialogButtonBox *buttons_ = nullptr;
    QPushButton *export_ = nullptr;
    QWidget *choices_ = nullptr;  ///< all that cannot be changed while it is written
    bool writing_ = false;
    std::unique_ptr<widgets::PlayedView> played_;
    widgets::AnimationJob job_;  // goes first: it paints what is played
};

}  // namespace app
