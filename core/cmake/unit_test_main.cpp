// SPDX-License-Identifier: MIT
#define BOOST_TEST_MODULE praxis
#include <boost/test/unit_test.hpp>
