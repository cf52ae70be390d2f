// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exceptions.h"

#include <new>
#include <stdexcept>
#include <system_error>

namespace model {
namespace {

Message messageOf(const std::error_code &code) {
    if (code == std::errc::resource_unavailable_try_again || code == std::errc::not_enough_memory) {
        return Message(
            "The system has no room for what the program needs: fewer threads or a smaller input "
            "may do.");
    }
    return Message("The system refused something that the program needs (%1).",
                   Message(code.message()));
}

}  // namespace

Message messageOf(const std::exception_ptr &failure) {
    const auto noMemory = Message("There is not enough memory for this.");
    try {
        std::rethrow_exception(failure);
    } catch (const Error &known) {
        return known.message();
    } catch (const std::bad_alloc &) {
        return noMemory;
    } catch (const std::length_error &) {
        return noMemory;  // a container that would be larger than any memory
    } catch (const std::system_error &refused) {
        return messageOf(refused.code());
    } catch (const std::exception &other) {
        return Message("%1", other.what());
    } catch (...) {
        return Message("Something unknown went wrong.");
    }
}

}  // namespace model
