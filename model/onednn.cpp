// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/onednn.h"

#include <omp.h>

#include <algorithm>
#include <dnnl.hpp>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "model/error.h"

namespace model {

namespace {

using dnnl::memory;

/// The trainer deals its work out to threads of its own; more of them would be in each other's way,
/// and the sums would depend on their number.
void stayAlone() {
    thread_local const bool alone = [] {
        omp_set_num_threads(1);
        return true;
    }();
    static_cast<void>(alone);
}

[[noreturn]] void refuse(long m, long k, long n, int status) {
    throw Error("oneDNN could not multiply matrices of " + std::to_string(m) + " × " +
                std::to_string(k) + " × " + std::to_string(n) + " numbers: its status is " +
                std::to_string(status) + ", 0 is expected.");
}

void sgemm(bool transposeA, bool transposeB, long m, long n, long k, const float *a, long lda,
           const float *b, long ldb, float beta, float *c, long ldc) {
    stayAlone();
    const dnnl_status_t status = dnnl_sgemm(transposeA ? 'T' : 'N', transposeB ? 'T' : 'N', m, n, k,
                                            1.0F, a, lda, b, ldb, beta, c, ldc);
    if (status != dnnl_success) {
        refuse(m, k, n, status);
    }
}

/// A matmul primitive for each shape of the other operand, with op(b) in the blocks that the
/// library asks for.
class OneDnnFactor : public layers::RepeatedFactor {
  public:
    OneDnnFactor(bool transposed, long n, long k) : transposed_(transposed), n_(n), k_(k) {}

    void load(const float *b, long ldb) override {
        values_ = b;
        stride_ = ldb;
        for (Packed &packed : packed_) {
            packed.current = false;
        }
    }

    void multiply(long m, const float *a, long lda, float beta, float *c, long ldc) override {
        stayAlone();
        try {
            const Kernel &kernel = kernelFor(m, lda, beta, ldc);
            memory source(kernel.primitive.src_desc(), engine_, const_cast<float *>(a));
            memory result(kernel.primitive.dst_desc(), engine_, c);
            kernel.matmul.execute(stream_, {{DNNL_ARG_SRC, source},
                                            {DNNL_ARG_WEIGHTS, packedAs(kernel)},
                                            {DNNL_ARG_DST, result}});
        } catch (const dnnl::error &error) {
            refuse(m, k_, n_, error.status);
        }
    }

  private:
    struct Kernel {
        dnnl::matmul::primitive_desc primitive;
        dnnl::matmul matmul;
    };
    struct Packed {
        memory values;
        bool current = false;
    };
    using Shape = std::tuple<long, long, float, long>;

    memory::desc plain(long rows, long cols, long stride, bool transposed = false) const {
        const memory::dims strides = transposed ? memory::dims{1, stride} : memory::dims{stride, 1};
        return {{rows, cols}, memory::data_type::f32, strides};
    }

    const Kernel &kernelFor(long m, long lda, float beta, long ldc) {
        const Shape shape{m, lda, beta, ldc};
        if (const auto found = kernels_.find(shape); found != kernels_.end()) {
            return found->second;
        }
        if (kernels_.size() >= mostKernels) {
            kernels_.clear();
        }
        dnnl::primitive_attr attributes;
        if (beta != 0) {
            dnnl::post_ops operations;
            operations.append_sum(beta);
            attributes.set_post_ops(operations);
        }
        const memory::desc weights({k_, n_}, memory::data_type::f32, memory::format_tag::any);
        const dnnl::matmul::primitive_desc primitive(
            {plain(m, k_, lda), weights, plain(m, n_, ldc)}, attributes, engine_);
        return kernels_.emplace(shape, Kernel{primitive, dnnl::matmul(primitive)}).first->second;
    }

    /// op(b) in the blocks that the kernel asks for; many kernels ask for the same.
    const memory &packedAs(const Kernel &kernel) {
        const memory::desc wanted = kernel.primitive.weights_desc();
        auto found = std::find_if(packed_.begin(), packed_.end(), [&wanted](const Packed &packed) {
            return packed.values.get_desc() == wanted;
        });
        if (found == packed_.end()) {
            packed_.push_back({memory(wanted, engine_), false});
            found = packed_.end() - 1;
        }
        if (!found->current) {
            memory from(plain(k_, n_, stride_, transposed_), engine_, const_cast<float *>(values_));
            dnnl::reorder(from, found->values).execute(stream_, from, found->values);
            found->current = true;
        }
        return found->values;
    }

    static constexpr std::size_t mostKernels = 512;

    bool transposed_;
    long n_, k_;
    const float *values_ = nullptr;
    long stride_ = 0;
    dnnl::engine engine_{dnnl::engine::kind::cpu, 0};
    dnnl::stream stream_{engine_};
    std::map<Shape, Kernel> kernels_;
    std::vector<Packed> packed_;
};

std::unique_ptr<layers::RepeatedFactor> repeated(bool transposeB, long n, long k) {
    return std::make_unique<OneDnnFactor>(transposeB, n, k);
}

}  // namespace

layers::ProductLibrary oneDnn() {
    return {sgemm, repeated};
}

}  // namespace model
