// Modules are named by their place in here, not by a number that hangs on where the checkout lies: CI compares the files.
module.exports = { optimization: { moduleIds: 'named' } };
