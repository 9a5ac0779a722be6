// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>

#include "tests/fuzz/fuzz_entries.h"

// libFuzzer calls this; FORESELL_FUZZ_ENTRY is one of the functions of fuzz_entries.h.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    foresell::test::FORESELL_FUZZ_ENTRY({reinterpret_cast<const char*>(data), size});
    return 0;
}
