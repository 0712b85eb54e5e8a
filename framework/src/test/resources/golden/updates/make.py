"""Parameters after each update by PyTorch's optimisers, from fixed gradients, in float64."""
import numpy as np, torch

rng = np.random.default_rng(3)
EPOCHS, STEPS, N = 6, 2, 5  # two updates an epoch
start = rng.normal(size=N)
gradients = rng.normal(size=(EPOCHS * STEPS, N))
np.save("start.npy", start)
np.save("gradients.npy", gradients)


def run(name, make, schedule, each_update=False):
    p = torch.tensor(start, requires_grad=True)
    optimiser = make([p])
    scheduler = schedule(optimiser)
    after = []
    for i, g in enumerate(gradients):
        p.grad = torch.tensor(g)
        optimiser.step()
        if each_update or (i + 1) % STEPS == 0:
            scheduler.step()
        after.append(p.detach().numpy().copy())
    np.save(name + ".npy", np.array(after))


S = torch.optim.lr_scheduler
run("momentum", lambda p: torch.optim.SGD(p, 0.1, momentum=0.9, weight_decay=1e-2),
    lambda o: S.MultiStepLR(o, [2, 4], gamma=0.1))
run("adam_every", lambda p: torch.optim.Adam(p, 1e-2), lambda o: S.StepLR(o, 2, gamma=0.75))
run("adam_decay", lambda p: torch.optim.Adam(p, 1e-2, weight_decay=0.1), lambda o: S.StepLR(o, 99))
run("adadelta", lambda p: torch.optim.Adadelta(p, 1.0, rho=0.9, eps=1e-6), lambda o: S.StepLR(o, 1, gamma=0.7))
run("adam_linear", lambda p: torch.optim.Adam(p, 1e-2),
    lambda o: S.LambdaLR(o, lambda t: 1 - t / (EPOCHS * STEPS)), each_update=True)
