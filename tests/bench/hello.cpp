// SPDX-License-Identifier: MIT
// The floor: a C++ program that only prints.
#include <iostream>

int main() {
    std::cout << "hello\n";
}
