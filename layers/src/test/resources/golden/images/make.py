"""Reference values of the image networks, from PyTorch alone: python make.py LAYERS_GOLDEN LOSSES_GOLDEN

batch_norm: torch.nn.BatchNorm2d; resnet_18, resnet_32, vgg_16: tiny networks of the same build as the published
ones, with torchvision's names; residual_step: a saliency guided step of resnet_18. Everything in float64, seed 7.
"""

import pathlib
import sys

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F


class Block(nn.Module):
    def __init__(self, cin, cout, stride, projection):
        super().__init__()
        self.conv1 = nn.Conv2d(cin, cout, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(cout)
        self.conv2 = nn.Conv2d(cout, cout, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(cout)
        self.differs = stride != 1 or cin != cout
        self.stride, self.extra = stride, cout - cin
        if projection and self.differs:
            self.downsample = nn.Sequential(
                nn.Conv2d(cin, cout, 1, stride, bias=False), nn.BatchNorm2d(cout)
            )

    def forward(self, x):
        short = x
        if self.differs and hasattr(self, "downsample"):
            short = self.downsample(x)
        elif self.differs:
            half = self.extra // 2
            short = F.pad(x[:, :, :: self.stride, :: self.stride], (0, 0, 0, 0, half, half))
        return F.relu(self.bn2(self.conv2(F.relu(self.bn1(self.conv1(x))))) + short)


class ResNet(nn.Module):
    def __init__(self, cin, widths, blocks, classes, projection):
        super().__init__()
        self.conv1 = nn.Conv2d(cin, widths[0], 3, 1, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(widths[0])
        before = widths[0]
        self.stages = len(widths)
        for s, width in enumerate(widths):
            stage = []
            for b in range(blocks[s]):
                stage.append(Block(before, width, 2 if s > 0 and b == 0 else 1, projection))
                before = width
            setattr(self, f"layer{s + 1}", nn.Sequential(*stage))
        self.fc = nn.Linear(before, classes)

    def forward(self, x):
        x = F.relu(self.bn1(self.conv1(x)))
        for s in range(self.stages):
            x = getattr(self, f"layer{s + 1}")(x)
        return self.fc(x.mean((2, 3)))


class Vgg(nn.Module):
    def __init__(self, cin, widths, convolutions, values, hidden, classes, dropout):
        super().__init__()
        layers = []
        for width, count in zip(widths, convolutions):
            for _ in range(count):
                layers += [nn.Conv2d(cin, width, 3, padding=1), nn.ReLU()]
                cin = width
            layers.append(nn.MaxPool2d(2))
        self.features = nn.Sequential(*layers)
        head = []
        for units in hidden:
            head += [nn.Linear(values, units), nn.ReLU(), nn.Dropout(dropout)]
            values = units
        self.classifier = nn.Sequential(*head, nn.Linear(values, classes))

    def forward(self, x):
        return self.classifier(self.features(x).flatten(1))


def save(folder, **arrays):
    folder.mkdir(parents=True, exist_ok=True)
    for name, value in arrays.items():
        array = value.detach().numpy() if torch.is_tensor(value) else np.asarray(value)
        np.save(folder / f"{name}.npy", np.ascontiguousarray(array.astype("<f8")))


def state(net):
    return {n: v for n, v in net.state_dict().items() if not n.endswith("num_batches_tracked")}


def flat(tensors):
    return torch.cat([t.detach().flatten() for t in tensors])


def stir(net):
    """No start value stays what a layer begins with."""
    for name, value in state(net).items():
        if name.endswith("running_var"):
            value.copy_(0.5 + torch.rand_like(value))
        elif value.dim() == 1:
            value.add_(0.3 * torch.randn_like(value))
    return net


def network(folder, net, shape, classes):
    net = stir(net.double())
    x = torch.randn(2, *shape).double().requires_grad_()
    label = torch.arange(2) % classes
    net.eval()
    logits = net(x)
    gradient = torch.autograd.grad(logits.gather(1, label[:, None]).sum(), x)[0]
    save(folder, input=x, label=label, logits=logits, gradient=gradient, weights=flat(state(net).values()))
    (folder / "names.txt").write_text("".join(f"{n}\n" for n in state(net)))
    return net


def batch_norm(folder):
    net = stir(nn.BatchNorm2d(3).double())
    w = {n: v.clone() for n, v in state(net).items()}
    x = (2 * torch.randn(4, 3, 5, 2).double() + 1).requires_grad_()
    masked = torch.rand(4, 3, 5, 2).double()
    v = torch.randn(4, 3, 5, 2).double()
    net.eval()
    explained = net(x)
    net.train()
    y = net(x)
    grads = torch.autograd.grad((y * v).sum(), [x, net.weight, net.bias])
    once = flat([net.running_mean, net.running_var])
    net(masked)
    save(
        folder, x=x, masked=masked, v=v, explained=explained, y=y, dx=grads[0], dweight=grads[1], dbias=grads[2],
        once=once, twice=flat([net.running_mean, net.running_var]), weights=flat(w.values()),
    )


def residual_step(folder, net):
    w = {n: v.clone() for n, v in state(net).items()}
    x, masked = torch.randn(4, 2, 8, 6).double(), torch.randn(4, 2, 8, 6).double()
    label = torch.arange(4) % 3
    net.train()
    clean = F.log_softmax(net(x), 1)
    other = F.log_softmax(net(masked), 1)
    ce = F.nll_loss(clean, label)
    kl = F.kl_div(other, clean, reduction="batchmean", log_target=True)
    named = dict(net.named_parameters())
    grads = torch.autograd.grad(ce + kl, list(named.values()))
    after = [v for n, v in state(net).items() if "running" in n]
    save(
        folder, input=x, masked=masked, label=label, ce=ce, kl=kl, weights=flat(w.values()), gradients=flat(grads),
        buffers=flat(after),
    )


layers, losses = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
torch.manual_seed(7)
batch_norm(layers / "batch_norm")
small = network(layers / "resnet_18", ResNet(2, [3, 4], [2, 1], 3, True), (2, 8, 6), 3)
network(layers / "resnet_32", ResNet(3, [4, 8, 16], [1, 1, 1], 3, False), (3, 8, 7), 3)
network(layers / "vgg_16", Vgg(2, [3, 4], [1, 2], 4 * 2 * 3, [5, 4], 3, 0.4), (2, 9, 12), 3)
residual_step(losses / "residual_step", small)
