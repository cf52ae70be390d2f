// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/threads/mailbox.h"

#include <utility>

namespace widgets {

Mailbox::Mailbox(QObject *parent) : QObject(parent) {
    connect(this, &Mailbox::posted, this, &Mailbox::deliver, Qt::QueuedConnection);
}

void Mailbox::post(std::function<void()> letter) {
    {
        const std::scoped_lock lock(mutex_);
        letters_.push_back(std::move(letter));
    }
    emit posted();
}

void Mailbox::deliver() {
    std::function<void()> letter;
    {
        const std::scoped_lock lock(mutex_);
        letter = std::move(letters_.front());
        letters_.pop_front();
    }
    letter();
}

}  // namespace widgets
