// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <string>
#include <thread>

namespace cli {

/// Turns SIGINT and SIGTERM into a request to stop, so that a run ends with what it has learned.
class Interruption {
  public:
    Interruption();
    std::stop_token token() const { return requested_.get_token(); }

  private:
    std::stop_source requested_;
    std::jthread watcher_;
};

/// Seconds as hours, minutes and seconds: "0:02:07".
std::string duration(double seconds);

}  // namespace cli
